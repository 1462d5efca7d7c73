"""Two versions of the same details."""

from django import forms
from django.http import QueryDict

from seoulution.web.office.engagement_conflicts import conflicts, with_choices, words_of


class Sample(forms.Form):
    name = forms.CharField(label="Name")
    aim = forms.ChoiceField(label="Aim", choices=[("", "not said"), ("training", "Invited training")])
    amount = forms.DecimalField(label="Sum")
    kept = forms.BooleanField(label="Sensitive", required=False)
    reason = forms.CharField(label="Reason")


STORED = {"name": "theirs", "aim": "training", "amount": "5.00", "kept": True}


def test_only_fields_that_differ_are_asked_about_and_in_words() -> None:
    form = Sample(QueryDict("name=mine&aim=&amount=5&reason=because"))
    assert [(each.name, each.mine, each.theirs) for each in conflicts(form, STORED)] == [
        ("name", "mine", "theirs"),
        ("aim", "", "Invited training"),
        ("kept", "", "Sensitive"),
    ]


def test_what_only_the_other_changed_is_told_from_what_both_did() -> None:
    form = Sample(QueryDict("name=mine&aim=&amount=5&reason=because"))
    seen = {"name": "before", "aim": "", "amount": "5", "kept": False}
    assert {each.name: each.untouched for each in conflicts(form, STORED, seen)} == {"name": False, "aim": True, "kept": True}


def test_a_chosen_stored_value_takes_the_place_of_what_was_typed() -> None:
    posted = QueryDict("name=mine&aim=&keep-name=theirs&keep-aim=mine&keep-kept=theirs&kept=")
    merged = with_choices(posted, STORED)
    assert (merged["name"], merged["aim"], merged["kept"]) == ("theirs", "", "on")


def test_numbers_are_compared_as_numbers_are_read() -> None:
    field = forms.DecimalField()
    assert words_of(field, "5.00") == words_of(field, "5") == "5" and words_of(field, None) == ""
