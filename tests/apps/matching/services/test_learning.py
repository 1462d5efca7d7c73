"""A city's words teach the search only when they are public or released; a confidential need leaves no trace anywhere."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, StaleEdit, remove_need
from seoulution.apps.matching import services
from seoulution.apps.matching.models import Match, Passage, Term, Verdict
from seoulution.apps.matching.retrieval import Asked, retrieved, shared_words

pytestmark = pytest.mark.django_db
SECRET = "Nurses of the Zanderhof clinic find no flat near their hospital."
LIKE_IT = Asked("Nurses cannot find a flat close to the hospital where they work.", "en", (), None)
TAUGHT = "platform-screen-doors"
"""A solution that nothing but a person's link connects with flats for nurses."""
Person = Callable[..., Any]


@pytest.fixture
def link(person: Person) -> Match:
    """A person linked a confidential need to a solution, and the index was laid."""
    request, _ = services.take_in(
        Incoming(text=SECRET, city_as_written="Lima"), channel=Channel.FORM, today=date(2026, 11, 28), by=None
    )
    need = request.needs.first() or request.needs.create(text=SECRET, found_by="person")
    solution = PolicySolution.objects.get(code=TAUGHT)
    match = services.add_match(need, solution=solution, reason="seen there", by=person("officer"))
    services.index_passages()
    return match


def release(match: Match, by: Any, *, allowed: bool = True) -> SharingRequest:
    request = SharingRequest.objects.get(pk=match.need.sharing_request_id)
    done = services.let_learn(request, allowed=allowed, reason="The city agreed.", seen_revision=request.revision, by=by)
    services.index_passages()
    return done


def place() -> int:
    [hits] = retrieved([LIKE_IT], limit=50)
    return next((number for number, hit in enumerate(hits) if hit.solution == TAUGHT), 99)


def learnt() -> list[str]:
    [hits] = retrieved([LIKE_IT], limit=50)
    return [hit.solution for hit in hits if hit.learnt]


def everything_kept() -> str:
    rows = [*Passage.objects.values_list("text", "concepts", "digest"), *Term.objects.values_list("text", "form")]
    return json.dumps([[str(value) for value in row] for row in rows])


def test_a_confidential_need_leaves_no_trace_in_index_results_or_explanations(link: Match) -> None:
    assert not Passage.objects.filter(need__isnull=False).exists()
    assert "Zanderhof" not in everything_kept()
    assert learnt() == []
    [hits] = retrieved([LIKE_IT], limit=50)
    assert not any("Zanderhof" in text for hit in hits for text in hit.passage.values())
    assert "Zanderhof" not in str(shared_words(Asked(SECRET, "en", (), None), TAUGHT))


def test_a_released_need_brings_its_solution_forward_and_still_no_word_of_it_is_kept(link: Match, person: Person) -> None:
    before = place()
    release(link, person("manager"))
    assert place() < before
    assert TAUGHT in learnt()
    assert "Zanderhof" not in everything_kept()
    [passage] = Passage.objects.filter(need=link.need)
    assert (passage.text, passage.concepts, passage.weight) == ("", {}, 0.5)
    [hits] = retrieved([LIKE_IT], limit=50)
    assert not any("Nurses" in text for hit in hits for text in hit.passage.values())


def test_a_need_told_by_a_public_document_teaches_without_being_released(link: Match) -> None:
    SharingRequest.objects.filter(pk=link.need.sharing_request_id).update(text_is_reported=True)
    services.index_passages()
    assert TAUGHT in learnt()


def test_taken_back_it_counts_no_more_at_once_and_its_vectors_are_gone(link: Match, person: Person) -> None:
    release(link, person("manager"))
    request = SharingRequest.objects.get(pk=link.need.sharing_request_id)
    services.let_learn(
        request, allowed=False, reason="They asked us to.", seen_revision=request.revision, by=person("manager", "head")
    )
    assert learnt() == []
    assert not Passage.objects.filter(need__isnull=False).exists()


@pytest.mark.parametrize("how", ["flag", "verdict", "need"])
def test_whatever_ends_the_permission_counts_before_the_index_is_laid_again(link: Match, person: Person, how: str) -> None:
    release(link, person("manager"))
    assert TAUGHT in learnt()
    if how == "flag":
        SharingRequest.objects.filter(pk=link.need.sharing_request_id).update(may_be_learnt_from=False)
    elif how == "verdict":
        Match.objects.filter(pk=link.pk).update(verdict=Verdict.REJECTED)
    else:
        remove_need(link.need, by=person("manager", "another"))
    assert learnt() == []


def test_a_release_needs_a_reason_and_the_latest_state(link: Match, person: Person) -> None:
    request = SharingRequest.objects.get(pk=link.need.sharing_request_id)
    officer = person("manager")
    with pytest.raises(Refused):
        services.let_learn(request, allowed=True, reason=" ", seen_revision=request.revision, by=officer)
    with pytest.raises(StaleEdit):
        services.let_learn(request, allowed=True, reason="yes", seen_revision=request.revision + 1, by=officer)
    request.refresh_from_db()
    assert request.may_be_learnt_from is False


def test_who_released_it_and_why_stays_in_the_history(link: Match, person: Person) -> None:
    request = release(link, person("manager"))
    last = request.events.order_by("pgh_id").last()
    assert (last.may_be_learnt_from, last.learning_reason) == (True, "The city agreed.")
    assert last.pgh_context.metadata["by"] == "manager"
