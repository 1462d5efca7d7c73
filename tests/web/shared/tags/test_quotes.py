"""A text with references on a page: links to the claims' rows, marks, notices."""

import pytest
from django.template import Context, Template
from django.utils import timezone
from django.utils.translation import override
from tests.apps.publishing.referring import AFTER, BEFORE, doubted, ended, referring

from seoulution.apps.publishing.quoting import quotes_of
from seoulution.engine.catalogue.claims import ClaimState
from seoulution.web.shared.tags.quotes import TONES, claim_state

pytestmark = pytest.mark.django_db


def _shown(at: str = "") -> str:
    row = referring()
    context = Context({"text": row.manuscript.result, "quotes": quotes_of(row, timezone.localdate()), "quotes_at": at})
    with override("en"):
        return Template("{% load seoulution %}{% quoting text %}|{% quoting text cites=False %}").render(context)


def test_a_claim_leads_to_its_row_and_the_texts_sources_follow() -> None:
    shown = _shown()
    assert shown.count(f'<a class="quote" href="#claim-{BEFORE}">55.2 %</a>') == 2
    assert shown.count('<span class="cites">') == 1 and "claim:" not in shown


def test_rows_may_stand_on_another_page() -> None:
    assert f'href="/solutions/revenue-water/#claim-{AFTER}">94.4 %' in _shown("/solutions/revenue-water/")


def test_a_doubt_stands_beside_the_value_and_a_notice_in_its_place() -> None:
    doubted(BEFORE)
    ended(AFTER)
    shown = _shown()
    assert '55.2 %</a> <span class="quote__mark">[in doubt]</span>' in shown
    assert f'<a class="quote quote--withheld" href="#claim-{AFTER}">[withheld: ' in shown and "94.4" not in shown


def test_every_state_has_a_badge_and_no_text_is_no_text() -> None:
    assert set(TONES) == set(ClaimState) and all("badge" in claim_state(state) for state in ClaimState)
    assert Template("{% load seoulution %}{% quoting none %}").render(Context({"none": None})) == ""
