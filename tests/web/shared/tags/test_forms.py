from collections.abc import Callable

import pytest
from django import forms
from django.test.html import parse_html

from seoulution.web.shared.tags.forms import Choices

Render = Callable[..., str]


class Request(forms.Form):
    city = forms.CharField(label="City", help_text="In Latin letters if you can.")
    channel = forms.ChoiceField(label="Channel", widget=forms.RadioSelect, choices=[("a", "A"), ("b", "B")])
    letter = forms.FileField(label="Letter", required=False)
    agreed = forms.BooleanField(label="I agree")


def test_every_error_at_the_top_leads_to_its_field(render: Render) -> None:
    form = Request({})
    shown = render("{% error_summary form %}{% for f in form %}{% field f %}{% endfor %}", form=form)
    targets = [part.split('"')[0] for part in shown.split('<a href="#')[1:]]
    assert targets == ["id_city", "id_channel_0", "id_agreed"]
    assert all(f'id="{target}"' in shown for target in targets)
    assert "City – " in shown


def test_help_and_error_are_read_with_the_field(render: Render) -> None:
    shown = render("{% field form.city %}", form=Request({}))
    assert 'aria-describedby="id_city_helptext id_city_error"' in shown
    assert 'aria-invalid="true"' in shown
    assert 'id="id_city_helptext"' in shown and 'id="id_city_error"' in shown


def test_optional_fields_say_so_and_files_show_what_was_chosen(render: Render) -> None:
    shown = render("{% field form.letter %}", form=Request())
    assert "(optional)" in shown and "data-file-list" in shown


def test_choices_stand_in_a_fieldset_with_a_legend(render: Render) -> None:
    assert "<legend" in render("{% field form.channel %}", form=Request())


def test_a_form_without_errors_has_no_summary(render: Render) -> None:
    assert render("{% error_summary form %}", form=Request()).strip() == ""


class Narrowing(forms.Form):
    sector = forms.ChoiceField(choices=[("", "Any"), ("a&b", "<A>"), (None, "None"), (3, "Three")], required=False)
    grouped = forms.ChoiceField(choices=[("", "Any"), ("Group", [("c", "C")])], required=False)
    needed = forms.ChoiceField(choices=[("", "Choose"), ("d", "D")])


@pytest.mark.parametrize(
    "given", [{}, {"sector": "a&b"}, {"sector": "3", "grouped": "c"}, {"sector": "no such"}, {"needed": "d"}]
)
def test_a_list_of_choices_is_what_django_writes(given: dict[str, str]) -> None:
    for bound in Narrowing(given or None):
        widget = bound.field.widget
        assert isinstance(widget, forms.Select)
        ours = bound.as_widget(widget=Choices(widget.attrs, widget.choices), attrs={"aria-invalid": "true"})
        assert_html(ours, bound.as_widget(attrs={"aria-invalid": "true"}))


def assert_html(one: str, other: str) -> None:
    assert parse_html(one) == parse_html(other), one


class Words(forms.Form):
    q = forms.CharField(required=False, max_length=100)
    sector = forms.ChoiceField(choices=[("", "Any"), ("a&b", "<A>"), ("3", "Three")], required=False)
    grouped = forms.ChoiceField(choices=[("", "Any"), ("Group", [("c", "C")])], required=False)
    only = forms.BooleanField(required=False)


@pytest.mark.parametrize(
    "given", [{}, {"q": '<b>"물', "sector": "a&b"}, {"sector": "3", "grouped": "c", "only": "on"}, {"sector": "no"}]
)
def test_the_fields_of_a_filter_are_what_each_field_alone_would_be(render: Render, given: dict[str, str]) -> None:
    form = Words(given)
    alone = "{% for f in form %}{% field f show_optional=False %}{% endfor %}"
    assert parse_html(render("{% filter_fields form %}", form=form)) == parse_html(render(alone, form=form))
    assert 'name="q"' not in render('{% filter_fields form "sector" %}', form=form)
