"""A dossier is gathered from live records and composed whole, in Korean and in English."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, say_none_fits
from seoulution.apps.matching.models import Verdict
from seoulution.apps.matching.services import decide, take_in
from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose.dossier import dossier
from seoulution.apps.publishing.gather import case_of_request, case_of_text
from seoulution.engine.dossier.document import Document, Section, uncited
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats import produce
from seoulution.formats.json import document_value

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
BOTH = pytest.mark.parametrize("language", [Language.KO, Language.EN])
KEYS = ["summary", "request", "solutions", "seoul-then", "city", "steps", "money", "partners", "questions", "missing"]


@pytest.fixture
def manila(db: None) -> SharingRequest:
    return SharingRequest.objects.get(code="metro-manila-2013")


def gathered(request: SharingRequest) -> Case:
    return case_of_request(request, today=TODAY, now=timezone.now())


def of_text(text: str, city: str = "metro-manila", declared: str = "") -> Case:
    row = City.objects.filter(code=city).first()
    return case_of_text(text, row, city, declared=declared, today=TODAY, now=timezone.now())


def all_sections(document: Document) -> Iterator[Section]:
    waiting = list(document.sections)
    while waiting:
        section = waiting.pop()
        yield section
        waiting += section.sections


def words(value: Any) -> str:
    """Every string of a document or a part of it, in one."""
    if isinstance(value, str):
        return value + "\n"
    if isinstance(value, dict):
        return "".join(words(each) for each in value.values())
    if isinstance(value, list):
        return "".join(words(each) for each in value)
    return ""


@BOTH
def test_the_dossier_for_manila_has_every_section_and_cites_only_what_it_lists(
    manila: SharingRequest, language: Language
) -> None:
    paper = dossier(gathered(manila), language)
    assert [section.key for section in paper.sections] == KEYS
    assert all(section.blocks or section.sections for section in paper.sections)
    assert uncited(paper) == frozenset()
    assert paper.citations
    assert paper.identifier == "metro-manila-2013"


def test_korean_titles_hold_no_english_word_but_the_own_names_of_solutions(manila: SharingRequest) -> None:
    """T-money is called so in Korean as well."""
    case = gathered(manila)
    titles = [section.title for section in all_sections(dossier(case, Language.KO))]
    own = " ".join(offer.solution.name_ko for need in case.needs for offer in need.offers)
    latin = {word for title in titles for word in re.findall(r"[A-Za-z][a-z]{2,}", title)}
    assert not [word for word in latin if word not in own]
    assert all(re.search("[가-힣]", title) for title in titles)


def test_english_titles_hold_no_korean_word(manila: SharingRequest) -> None:
    titles = [section.title for section in all_sections(dossier(gathered(manila), Language.EN))]
    assert not [title for title in titles if re.search("[가-힣]", title)]


@BOTH
def test_no_key_of_a_section_is_used_twice(manila: SharingRequest, language: Language) -> None:
    keys = [section.key for section in all_sections(dossier(gathered(manila), language))]
    assert len(keys) == len(set(keys))


@BOTH
def test_the_citys_own_words_stay_in_theirs(manila: SharingRequest, language: Language) -> None:
    value = document_value(dossier(gathered(manila), language))
    quoted = [block for section in value["sections"] for block in section["blocks"] if block["kind"] == "quotation"]  # type: ignore[index,union-attr,call-overload]
    assert manila.text in [block["text"] for block in quoted]  # type: ignore[index,call-overload]


@BOTH
def test_a_rejected_match_is_printed_with_its_reason_and_no_longer_counts_as_fitting(
    manila: SharingRequest, person: Any, language: Language
) -> None:
    match = manila.needs.get().matches.get(rank=1)
    decide(match, verdict=Verdict.REJECTED, reason="tried in 1998; see report 77", seen_revision=1, by=person("officer"))
    case = gathered(manila)
    paper = document_value(dossier(case, language))
    told = words([section for section in paper["sections"] if section["key"] == "solutions"])  # type: ignore[index,union-attr,call-overload]
    assert "tried in 1998; see report 77" in told
    assert match.solution.code not in [solution.code for solution in case.solutions]


def test_what_a_person_accepted_is_told_first_and_marked_as_chosen(manila: SharingRequest, person: Any) -> None:
    match = manila.needs.get().matches.get(rank=3)
    decide(match, verdict=Verdict.ACCEPTED, reason="", seen_revision=1, by=person("officer"))
    case = gathered(manila)
    assert case.solutions[0].code == match.solution.code
    titles = [section.title for section in all_sections(dossier(case, Language.EN))]
    assert f"chosen: {match.solution.name_en}" in titles


@BOTH
def test_that_none_fits_is_printed_with_its_reason_and_nothing_is_said_to_fit(
    manila: SharingRequest, person: Any, language: Language
) -> None:
    say_none_fits(manila.needs.get(), reason="They ask for a plan of land use; ours is older.", by=person("officer"))
    case = gathered(manila)
    paper = document_value(dossier(case, language))
    assert "They ask for a plan of land use; ours is older." in words(paper["sections"])
    assert case.solutions == []
    assert case.steps == ()
    fitting = paper["facts"][-1]["spans"][0]["text"]  # type: ignore[index,call-overload]
    assert fitting == "0"


@BOTH
def test_of_a_place_that_is_not_on_record_the_missing_is_said(language: Language) -> None:
    case = of_text("Our pipes leak and half of the water is lost.", city="Atlantis")
    paper = dossier(case, language)
    assert case.city is None
    assert case.profile is None
    assert paper.subtitle == "Atlantis"
    assert [section.key for section in paper.sections] == KEYS
    missing = next(section for section in paper.sections if section.key == "missing")
    assert any(type(block).__name__ == "Callout" and block.tone == "missing" for block in missing.blocks)
    assert uncited(paper) == frozenset()


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param('<script>alert(1)</script> ]]> {{ 7*7 }} #read("/etc/passwd") %(x)s %s {0} water leaks', id="markup"),
        pytest.param("\u202ereversed\u202c 물이 샌다 تسرب المياه 🚰", id="directions and scripts"),
        pytest.param("We lose water. " * 2_000, id="thirty thousand characters"),
    ],
)
def test_hostile_texts_make_a_whole_dossier_that_quotes_them(text: str, language: Language) -> None:
    paper = dossier(of_text(text), language)
    assert [section.key for section in paper.sections] == KEYS
    assert uncited(paper) == frozenset()
    html = produce(paper, "html").content.decode()
    assert "<script>alert(1)" not in html
    if text:
        assert text[:40] in words(document_value(paper))


def test_a_text_that_is_not_stored_leaves_nothing_behind() -> None:
    before = SharingRequest.objects.count()
    case = of_text("Our pipes leak and half of the water is lost.")
    assert case.needs
    assert Sector.WATER in case.sectors
    assert SharingRequest.objects.count() == before


def test_the_person_who_asked_is_never_named_only_the_office_held(person: Any) -> None:
    incoming = Incoming(
        text="Our pipes leak.",
        city_as_written="Metro Manila",
        requester_name="Ximena Quispe",
        requester_role="Deputy mayor",
        requester_email="x.quispe@city.example",
    )
    request, _ = take_in(incoming, channel=Channel.FORM, today=TODAY, by=None)
    told = words(document_value(dossier(gathered(request), Language.EN)))
    assert "Deputy mayor" in told
    assert "Quispe" not in told
    assert "x.quispe@" not in told


def test_the_hour_a_dossier_was_made_is_seouls(manila: SharingRequest) -> None:
    late = datetime(2026, 11, 21, 22, 35, tzinfo=UTC)
    case = case_of_request(manila, today=TODAY, now=late)
    assert case.built_at == late
    assert "2026년 11월 22일 오전 7:35" in (dossier(case, Language.KO).built or "")


def test_the_same_inputs_make_the_same_dossier(manila: SharingRequest) -> None:
    now = timezone.now()
    first, second = (dossier(case_of_request(manila, today=TODAY, now=now), Language.KO) for _ in range(2))
    assert first == second


def test_only_an_accepted_solution_counts_as_chosen_in_the_plan(manila: SharingRequest) -> None:
    assert User.objects.filter(role="officer").count() == 0
    case = gathered(manila)
    assert case.steps
    assert any(finding.code == "gate.solution-not-chosen" for step in case.steps for finding in step.findings)
