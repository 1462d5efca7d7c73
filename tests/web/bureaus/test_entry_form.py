"""Forms over entries of the template: nested values, nothing left as an empty word, sources and bodies that exist."""

import pytest
from django import forms

from seoulution.web.bureaus.entry_form import BodyField, EntryForm, SourceField, SourcesField

pytestmark = pytest.mark.django_db


class Sample(EntryForm):
    code = forms.CharField()
    figure__year = forms.IntegerField(required=False)
    figure__low = forms.DecimalField(required=False)
    figure__note__ko = forms.CharField(required=False)
    until = forms.DateField(required=False)
    critical = forms.BooleanField(required=False)
    sources = SourcesField(required=False)


def test_an_entry_leads_into_the_form_and_back() -> None:
    entry = {"code": "a", "figure": {"year": 2013, "low": "1.5", "note": {"ko": "주"}}, "critical": True}
    form = Sample({**Sample.initial_of(entry), "until": "2015-01-31", "sources": "seoul-article, owner-statement"})
    assert form.is_valid(), form.errors
    assert form.entry() == {
        "code": "a",
        "figure": {"year": 2013, "low": "1.5", "note": {"ko": "주"}},
        "until": "2015-01-31",
        "critical": True,
        "sources": ["seoul-article", "owner-statement"],
    }


def test_what_was_left_empty_is_null_and_an_empty_group_is_null_as_a_whole() -> None:
    form = Sample({"code": "a"})
    assert form.is_valid()
    assert form.entry() == {"code": "a", "figure": None, "until": None, "critical": False, "sources": []}


def test_a_near_miss_is_answered_with_what_may_be_meant() -> None:
    field = SourceField(required=False)
    assert field.clean("Seoul-Article") == "seoul-article" and field.clean("") == ""
    with pytest.raises(forms.ValidationError, match="Did you mean"):
        field.clean("seoul")
    with pytest.raises(forms.ValidationError):
        SourcesField().clean("seoul-article, nobody-wrote-this")
    with pytest.raises(forms.ValidationError, match="nobody"):
        BodyField().clean("nobody")
    assert BodyField().clean("서울특별시") == "seoul"
