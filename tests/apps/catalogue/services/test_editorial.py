"""A solution is written, handed in, reviewed by two others, and published; what was approved stays readable."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.editorial import act, begin_solution, open_draft, write
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate
from seoulution.engine.catalogue.editorial import EditorialAction as Action
from seoulution.engine.catalogue.editorial import EditorialState as State
from seoulution.engine.vocabulary import Sector

pytestmark = pytest.mark.django_db
PROBLEM = {"ko": "물이 샌다.", "en": "Water leaks.", "sources": ["owner-statement"], "basis": "B"}


@pytest.fixture
def people(person: Callable[..., Any]) -> dict[str, Any]:
    """Two of the waterworks, an officer who reads for receiving cities, a manager, and an owner of another bureau."""
    waterworks = Agency.objects.get(code="office-of-waterworks")
    found = {
        "writer": person("owner", "writer"),
        "colleague": person("owner", "colleague"),
        "stranger": person("owner", "stranger"),
    }
    for name in ("writer", "colleague"):
        affiliate(found[name], agency=waterworks)
    affiliate(found["stranger"], agency=Agency.objects.exclude(pk=waterworks.pk).first())
    return {**found, "officer": person("officer"), "manager": person("manager")}


def begun(people: dict[str, Any]) -> PolicySolution:
    waterworks = Agency.objects.get(code="office-of-waterworks")
    return begin_solution(
        code="meter-reading",
        name_ko="원격 검침",
        name_en="Remote meter reading",
        sector=Sector.WATER,
        owner=waterworks,
        by=people["writer"],
    )


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def test_from_a_first_draft_to_the_public_and_to_a_second_version(people: dict[str, Any]) -> None:
    row = begun(people)
    assert row not in PolicySolution.objects.readable()
    draft = open_draft(row)
    assert draft is not None
    write(draft, changes={"sections": {"problem": PROBLEM}}, seen_revision=1, by=people["writer"])
    row = act(row, Action.SUBMIT, by=people["writer"])
    row = act(row, Action.APPROVE, by=people["colleague"])
    row = act(row, Action.APPROVE, by=people["officer"])
    row = act(row, Action.PUBLISH, by=people["manager"], words="First text")
    assert (row.state, row.version, row.record.sections["problem"].en) == (State.PUBLISHED, 1, "Water leaks.")
    assert row in PolicySolution.objects.offered()

    row = act(row, Action.REVISE, by=people["writer"])
    draft = open_draft(row)
    assert draft is not None
    write(draft, changes={"sections": {"problem": {**PROBLEM, "en": "Much leaks."}}}, seen_revision=1, by=people["writer"])
    row.refresh_from_db()
    assert row.data["sections"]["problem"]["en"] == "Water leaks."
    for action, who in (
        (Action.SUBMIT, "writer"),
        (Action.APPROVE, "colleague"),
        (Action.APPROVE, "officer"),
        (Action.PUBLISH, "manager"),
    ):
        row = act(row, action, by=people[who])
    texts = {version.number: version.data["sections"]["problem"]["en"] for version in row.versions.all()}
    assert texts == {1: "Water leaks.", 2: "Much leaks."}


def test_sending_back_voids_the_approvals_of_the_round(people: dict[str, Any]) -> None:
    row = act(begun(people), Action.SUBMIT, by=people["writer"])
    act(row, Action.APPROVE, by=people["colleague"])
    row = act(row, Action.SEND_BACK, by=people["officer"], words="No costs", comments={"sections.cost": "How much?"})
    assert row.state == State.DRAFT
    draft = open_draft(row)
    assert draft is not None
    approved, sent_back = draft.reviews.all()
    assert approved.voided_at is not None
    assert (sent_back.words, sent_back.comments) == ("No costs", {"sections.cost": "How much?"})
    for action, who in ((Action.SUBMIT, "writer"), (Action.APPROVE, "colleague")):
        row = act(row, action, by=people[who])
    with pytest.raises(Refused) as refused:
        act(row, Action.PUBLISH, by=people["manager"])
    assert codes(refused) == ["editorial.receiver-approval-missing"]


def test_nobody_approves_their_own_text_nor_writes_for_another_bureau(people: dict[str, Any]) -> None:
    row = begun(people)
    draft = open_draft(row)
    assert draft is not None
    with pytest.raises(Refused) as refused:
        write(draft, changes={"sections": {"problem": PROBLEM}}, seen_revision=1, by=people["stranger"])
    assert codes(refused) == ["editorial.not-your-part"]
    row = act(row, Action.SUBMIT, by=people["writer"])
    with pytest.raises(Refused) as refused:
        act(row, Action.APPROVE, by=people["writer"])
    assert codes(refused) == ["editorial.own-text"]


def test_two_writers_do_not_overwrite_each_other(people: dict[str, Any]) -> None:
    draft = open_draft(begun(people))
    assert draft is not None
    write(draft, changes={"cost_class": "low"}, seen_revision=1, by=people["writer"])
    with pytest.raises(StaleText) as stale:
        write(draft, changes={"cost_class": "high"}, seen_revision=1, by=people["colleague"])
    assert stale.value.current.data["cost_class"] == "low"  # type: ignore[attr-defined]


def test_a_text_out_of_shape_is_refused_whole_with_its_place(people: dict[str, Any]) -> None:
    draft = open_draft(begun(people))
    assert draft is not None
    with pytest.raises(Refused) as refused:
        write(draft, changes={"sections": {"problem": {"ko": "물", "en": ""}}}, seen_revision=1, by=people["writer"])
    assert {finding.subject for finding in refused.value.findings} == {"sections.problem.en", "sections.problem.sources"}
    draft.refresh_from_db()
    assert draft.data["sections"] == {}


def test_words_that_a_city_should_not_read_stop_publishing_unless_somebody_says_why(people: dict[str, Any]) -> None:
    row = begun(people)
    draft = open_draft(row)
    assert draft is not None
    write(
        draft, changes={"sections": {"problem": {**PROBLEM, "ko": "정책 수출 사업이다."}}}, seen_revision=1, by=people["writer"]
    )
    for action, who in ((Action.SUBMIT, "writer"), (Action.APPROVE, "colleague"), (Action.APPROVE, "officer")):
        row = act(row, action, by=people[who])
    with pytest.raises(Refused) as refused:
        act(row, Action.PUBLISH, by=people["manager"])
    assert codes(refused) == ["wording.export"]
    row = act(row, Action.PUBLISH, by=people["manager"], wording_reason="The name of a statute")
    assert row.versions.get().wording_reason == "The name of a statute"


def test_one_person_does_not_read_a_round_for_both_sides(people: dict[str, Any]) -> None:
    row = act(begun(people), Action.SUBMIT, by=people["writer"])
    row = act(row, Action.APPROVE, by=people["manager"])
    with pytest.raises(Refused) as refused:
        act(row, Action.APPROVE, by=people["manager"])
    assert codes(refused) == ["editorial.same-eyes"]
    assert act(row, Action.APPROVE, by=people["officer"]).state == State.RECEIVER_REVIEW
