"""A load adds, updates and withdraws what ships, and leaves alone what people changed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Affiliation, Agency, Firm
from seoulution.apps.network.services import Stored, add_source, affiliate, digest_of, load, names, store_records
from seoulution.engine.vocabulary import Standing
from seoulution.reference.load import reference
from seoulution.reference.schema import base, network

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
LATER = date(2027, 1, 5)


def firm(code: str, name: str = "Firm") -> network.Firm:
    return network.Firm(code=code, name=base.Words(ko="기업", en=name), printed=name, source="article")


def store(records: Sequence[network.Firm], today: date = TODAY) -> Stored:
    return store_records(Firm, records, lambda r: {"code": r.code, **names(r.name)}, today=today)


@pytest.fixture
def firms(db: None) -> list[network.Firm]:
    """Three firms instead of those that ship."""
    Affiliation.objects.filter(firm__isnull=False).delete()
    Firm.objects.all().delete()
    return [firm("a"), firm("b"), firm("c")]


def test_new_records_are_added_in_the_order_of_their_file(firms: list[network.Firm]) -> None:
    assert store(firms) == Stored(added=3)
    assert list(Firm.objects.values_list("code", "position")) == [("a", 1), ("b", 2), ("c", 3)]


def test_loading_the_same_again_changes_nothing(firms: list[network.Firm]) -> None:
    store(firms)
    assert store(firms, LATER) == Stored(same=3)


def test_a_record_that_ships_differently_is_updated_in_place(firms: list[network.Firm]) -> None:
    store(firms)
    key = Firm.objects.get(code="b").pk
    assert store([firms[0], firm("b", "New name"), firms[2]]) == Stored(changed=1, same=2)
    row = Firm.objects.get(code="b")
    assert (row.pk, row.name_en, row.record.printed) == (key, "New name", "New name")


def test_a_record_that_ships_no_more_is_withdrawn_once_and_never_deleted(firms: list[network.Firm]) -> None:
    store(firms)
    assert store(firms[:2]) == Stored(same=2, withdrawn=1)
    assert store(firms[:2], LATER) == Stored(same=2)
    assert Firm.objects.get(code="c").withdrawn_on == TODAY


def test_a_withdrawn_record_that_ships_again_is_back(firms: list[network.Firm]) -> None:
    store(firms)
    store(firms[:2])
    assert store(firms) == Stored(changed=1, same=2)
    assert Firm.objects.get(code="c").withdrawn_on is None


def test_what_people_added_themselves_is_never_withdrawn(firms: list[network.Firm]) -> None:
    store(firms)
    Firm.objects.create(code="own", name_ko="기업", name_en="Own", data=firm("own").model_dump(mode="json"))
    store(firms)
    assert Firm.objects.get(code="own").withdrawn_on is None


def test_a_record_that_only_moved_within_its_file_takes_its_new_place(firms: list[network.Firm]) -> None:
    store(firms)
    assert store([firm("first"), *firms]) == Stored(added=1, same=3)
    assert list(Firm.objects.values_list("code", "position")) == [("first", 1), ("a", 2), ("b", 3), ("c", 4)]


@pytest.mark.parametrize(("revision", "standing"), [(1, Standing.PLANNED), (2, Standing.RUNNING)])
def test_columns_that_people_moved_on_stay_when_the_record_ships_anew(revision: int, standing: Standing) -> None:
    row = Engagement.objects.get(code="metro-manila-transport-advice")
    Engagement.objects.filter(pk=row.pk).update(
        revision=revision, standing=Standing.RUNNING, name_en="Old", shipped_digest="0" * 64
    )
    shipped = {
        "code": row.code,
        "name_ko": row.name_ko,
        "name_en": "As shipped",
        "city": row.city,
        "standing": Standing.PLANNED,
    }
    store_records(Engagement, [row.record], lambda _: shipped, today=TODAY, kept_once_changed=("standing",))
    row = Engagement.objects.get(pk=row.pk)
    assert (row.name_en, row.standing) == ("As shipped", standing)


def test_the_digest_is_of_the_content_not_of_the_order_of_keys() -> None:
    assert digest_of(firm("a")) == digest_of(network.Firm.model_validate(dict(reversed(firm("a").model_dump().items()))))
    assert digest_of(firm("a")) != digest_of(firm("a", "Another"))


def test_loading_everything_that_ships_a_second_time_adds_and_changes_nothing() -> None:
    for kind, stored in load(reference(), today=TODAY).items():
        assert (stored.added, stored.changed, stored.withdrawn) == (0, 0, 0), kind
        assert stored.same > 0, kind


def test_a_person_works_for_one_body_and_moving_on_replaces_it(person: Callable[..., Any]) -> None:
    user, agency, company = person("partner"), Agency.objects.all()[0], Firm.objects.all()[0]
    affiliate(user, agency=agency)
    affiliate(user, firm=company)
    held = Affiliation.objects.get(user=user)
    assert (held.agency, held.firm) == (None, company)
    with pytest.raises(IntegrityError, match="affiliation_names_one_body"), transaction.atomic():
        affiliate(user, agency=agency, firm=company)
    with pytest.raises(IntegrityError, match="affiliation_names_one_body"), transaction.atomic():
        affiliate(user)


@pytest.mark.django_db
def test_an_added_source_has_a_code_of_its_own_and_is_not_added_twice() -> None:
    first = add_source(title="Annual report 2013", publisher="Waterworks", address="https://example.org/a")
    assert first.code == "added-annual-report-2013"
    assert add_source(title=" Annual report 2013 ", publisher="x", address="https://example.org/a") == first
    other = add_source(title="Annual report 2013", publisher="Waterworks", address="https://example.org/b")
    korean = add_source(title="연차보고서", publisher="상수도사업본부")
    assert (other.code, korean.code) == ("added-annual-report-2013-2", "added-1")
