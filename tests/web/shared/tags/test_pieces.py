from collections.abc import Callable
from datetime import date

import pytest
from django.utils.safestring import SafeString

from seoulution.engine.dossier.document import Tone
from seoulution.web.shared.component_values import ConflictField, Fact, TimelineEvent
from seoulution.web.shared.icons import ICONS, TONE_SIGNS
from seoulution.web.shared.tags.pieces import badge

Render = Callable[..., str]


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_has_a_sign_a_word_and_a_colour(render: Render, tone: Tone) -> None:
    assert TONE_SIGNS[tone] in ICONS
    shown = render("{% callout tone=tone %}x{% endcallout %}", tone=tone.value)
    assert f"tone--{tone.value}" in shown and "callout__label" in shown and "<svg" in shown


def test_what_is_between_the_tags_is_kept_and_what_is_in_the_arguments_is_escaped(render: Render) -> None:
    shown = render("{% card title=title %}<p>kept</p>{% endcard %}", title="<b>bold</b>")
    assert "<p>kept</p>" in shown and "&lt;b&gt;bold&lt;/b&gt;" in shown


def test_a_missing_fact_is_said_to_be_not_known(render: Render) -> None:
    assert "Not known" in render("{% facts items %}", items=[Fact("Cost", None)])


def test_an_empty_list_says_what_would_be_here_and_how_to_begin(render: Render) -> None:
    shown = render(
        '{% empty_state title="None yet" action="Begin" href="/new/" %}<p>They would stand here.</p>{% endempty_state %}'
    )
    assert "They would stand here." in shown and 'href="/new/"' in shown


def test_events_have_dates_machines_can_read(render: Render) -> None:
    assert 'datetime="2014-05-31' in render("{% timeline e %}", e=[TimelineEvent(date(2014, 5, 31), "Plan")])


def test_two_versions_are_chosen_between_field_by_field(render: Render) -> None:
    shown = render('{% conflict f "Kim" "14:03" %}', f=[ConflictField("lead", "Lead", "mine", "theirs")])
    assert shown.count('name="keep-lead"') == 2 and "14:03" in shown


def test_a_badge_of_safe_markup_never_lends_its_safety_to_text_that_reads_alike() -> None:
    assert "<b>x</b>" in badge(SafeString("<b>x</b>"), tone="good")
    assert "&lt;b&gt;x&lt;/b&gt;" in badge("<b>x</b>", tone="good")
    assert "<b>x</b>" in badge(SafeString("<b>x</b>"), tone="good")
