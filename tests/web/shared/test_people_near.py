"""A field that takes a person by name: who is offered, who is taken, and what it looks like without script."""

from collections.abc import Callable
from typing import Any

import pytest
from django import forms

from seoulution.apps.accounts.models import User
from seoulution.web.shared.people_near import PersonField, PersonInput, both_names, near, offered, people, person_named

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]
ROLES = ("officer", "manager")


@pytest.fixture
def minji(person: Person) -> User:
    user = person("officer", "mj.kim")
    User.objects.filter(pk=user.pk).update(first_name="민지", last_name="김")
    return User.objects.get(pk=user.pk)


class TwoPeople(forms.Form):
    """Two fields of the kind on one page."""

    owner = PersonField()
    stand_in = PersonField(address="office:signers_near", required=False)

    def __init__(self, *args: Any, held: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.among(ROLES, held)  # type: ignore[attr-defined]


@pytest.mark.parametrize("written", ["mj", "MJ.KIM", "김민지", "민지", "민지 김", " 김민 "])
def test_part_of_any_name_is_enough_to_be_offered(minji: User, written: str) -> None:
    assert near(written, people(ROLES)) == [minji]
    assert offered(written, people(ROLES)).content.decode() == '<option value="mj.kim">김민지 (mj.kim)</option>'


def test_only_a_whole_name_is_taken(minji: User) -> None:
    assert person_named("김민지", people(ROLES)) == person_named("mj.kim", people(ROLES)) == minji
    assert person_named("김민", people(ROLES)) is None and person_named("", people(ROLES)) is None
    assert both_names(minji) == "김민지 (mj.kim)"


@pytest.mark.parametrize("written", ["mj.kim", "김민지"])
def test_the_field_takes_either_name_and_refuses_who_may_not_be_meant(minji: User, person: Person, written: str) -> None:
    form = TwoPeople({"owner": written})
    assert form.is_valid() and form.cleaned_data == {"owner": minji, "stand_in": None}
    person("analyst", "reads.only")
    assert "Nobody who may take this" in str(TwoPeople({"owner": "reads.only"}).errors["owner"])


def test_whoever_is_on_record_stays_so_though_the_account_is_closed(minji: User) -> None:
    User.objects.filter(pk=minji.pk).update(is_active=False)
    assert not TwoPeople({"owner": "mj.kim"}).is_valid()
    assert TwoPeople({"owner": "mj.kim"}, held=minji).is_valid()


def test_what_is_on_record_stands_in_the_field_and_each_field_has_a_list_of_its_own(minji: User) -> None:
    shown = str(TwoPeople(initial={"owner": minji}))
    assert 'value="mj.kim"' in shown
    for name, address in (("owner", "/office/people/near/"), ("stand_in", "/office/signing/absences/near/")):
        assert f'list="id_{name}-near"' in shown and f'<datalist id="id_{name}-near"></datalist>' in shown
        assert f'hx-get="{address}"' in shown and f'hx-target="#id_{name}-near"' in shown


def test_what_is_offered_before_anything_is_typed_is_escaped() -> None:
    shown = PersonInput("office:people_near", first=[("me", "I & myself")]).render("owner", "")
    assert '<option value="me">I &amp; myself</option>' in shown
