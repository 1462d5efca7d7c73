"""Two versions of a form: only what differs is shown, and a choice takes the other's value."""

from django import forms
from django.http import QueryDict

from seoulution.web.bureaus.conflicts import conflict_fields, with_choices


class Sample(forms.Form):
    en = forms.CharField(label="Text")
    answers = forms.MultipleChoiceField(label="Answers", choices=[("a", "a"), ("b", "b")], required=False)
    later = forms.BooleanField(label="Later", required=False)


THEIRS = {"en": "Theirs", "answers": ["a", "b"], "later": True, "unknown": 1}


def test_only_fields_that_differ_are_shown() -> None:
    mine = Sample(QueryDict("en=Mine&answers=a&answers=b"))
    shown = [(each.name, each.mine, each.theirs) for each in conflict_fields(mine, THEIRS)]
    assert shown == [("en", "Mine", "Theirs"), ("later", "", "on")]


def test_a_choice_takes_the_others_value_and_no_choice_keeps_ones_own() -> None:
    merged = with_choices(QueryDict("en=Mine&answers=a&keep-answers=theirs&keep-later=theirs&keep-en=mine"), THEIRS)
    assert (merged["en"], merged.getlist("answers"), merged["later"]) == ("Mine", ["a", "b"], "on")
    assert with_choices(QueryDict("later=on&keep-later=theirs"), {"later": False}).getlist("later") == []
