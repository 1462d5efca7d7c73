"""Gathers a case: from a stored request, or from a text and a city that are not stored at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone

from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import next_steps_of_provider, profile_of, trajectory_of
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.demand.understanding import understand_text
from seoulution.apps.engagements.queries import legal_rules, partners
from seoulution.apps.financing.queries import fund_terms, with_country
from seoulution.apps.matching.queries import offers_for, stored_offers
from seoulution.apps.publishing.case import Case, Letter, NeedCase
from seoulution.apps.training.models import TrainingCourse
from seoulution.engine.engagements.facts import Document, EngagementFacts
from seoulution.engine.engagements.steps import PlannedStep, plan_steps
from seoulution.engine.financing.plan import FinancingPlan, financing_plan
from seoulution.engine.financing.terms import FundingAsk
from seoulution.engine.vocabulary import Sector, SolutionKind, Stage
from seoulution.reference.schema import network


def case_of_request(request: SharingRequest, *, today: date, now: datetime) -> Case:
    """A stored request with everything people decided about it."""
    needs = [
        NeedCase(
            text=need.text,
            sector=Sector(need.sector) if need.sector else None,
            concepts=tuple(need.concepts),
            phrases=tuple(phrase["text"] for phrase in need.phrases),
            offers=stored_offers(need, today=today),
            none_fits_reason=need.none_fits_reason if need.none_fits else "",
        )
        for need in request.needs.filter(removed_at=None)
    ]
    origin = request.origin or {}
    letter = Letter(
        text=request.text,
        language=request.language,
        # The office held, never the person's name: a dossier is read by more people than may know who wrote.
        requester=request.requester_role,
        received_on=None if request.received_year else request.received_at.date(),
        year=request.received_year,
        reported=request.text_is_reported,
        source=next(iter(origin.get("text", {}).get("sources", [])), None),
    )
    sectors = tuple(Sector(code) for code in request.sectors)
    return _case(request.code, letter, request.city, request.city_as_written, sectors, needs, today, now)


def case_of_text(text: str, city: City | None, city_as_written: str, *, declared: str, today: date, now: datetime) -> Case:
    """A text that is not stored: understood and matched in memory, nothing is written."""
    found = understand_text(text, declared)
    offers = offers_for([(need.text, need.concepts, need.sector) for need in found.needs], found.language, city, today=today)
    needs = [
        NeedCase(need.text, need.sector, need.concepts, tuple(text[start:end] for start, end in need.spans), offered, "")
        for need, offered in zip(found.needs, offers, strict=True)
    ]
    letter = Letter(text, found.language, "", today, None, False, None)
    identifier = f"{city.code if city else 'text'}-{today.isoformat()}"
    return _case(identifier, letter, city, city_as_written, found.sectors, needs, today, now)


def _case(
    identifier: str,
    letter: Letter,
    city: City | None,
    city_as_written: str,
    sectors: tuple[Sector, ...],
    needs: Sequence[NeedCase],
    today: date,
    now: datetime,
) -> Case:
    wanted = sectors or tuple(dict.fromkeys(need.sector for need in needs if need.sector))
    match = trajectory_of(city) if city else None
    bare = Case(
        identifier=identifier,
        letter=letter,
        city=city,
        city_as_written=city_as_written,
        sectors=wanted,
        needs=tuple(needs),
        profile=profile_of(city, today=today, sectors=frozenset(wanted)) if city else None,
        trajectory=match,
        milestones=next_steps_of_provider(match, wanted) if match else (),
        steps=(),
        financing=None,
        courses=(),
        today=today,
        built_at=timezone.localtime(now),
    )
    return _with_plan(bare)


def _with_plan(case: Case) -> Case:
    sector = case.sectors[0] if case.sectors else None
    steps = plan_steps(_facts(case, sector), partners=partners()) if case.solutions else ()
    return replace(case, steps=steps, financing=_financing(case, sector, steps), courses=_courses(case))


def _facts(case: Case, sector: Sector | None) -> EngagementFacts:
    chosen = [offer for need in case.needs for offer in need.standing if offer.verdict == "accepted"]
    kinds = {SolutionKind.KNOWLEDGE for s in case.solutions if s.is_knowledge}
    kinds |= {SolutionKind.EXPORTABLE for s in case.solutions if s.is_exportable}
    return EngagementFacts(
        on=case.today,
        rules=legal_rules(),
        sector=sector,
        solutions=tuple(solution.code for solution in case.solutions),
        kinds=frozenset(kinds),
        solution_chosen=bool(chosen),
        contact_recorded=True,
        documents=frozenset({Document.REQUEST}),
    )


def _financing(case: Case, sector: Sector | None, steps: tuple[PlannedStep, ...]) -> FinancingPlan | None:
    if sector is None or case.city is None or not steps:
        return None
    stages = tuple(dict.fromkeys(step.stage for step in steps))
    ask = with_country(FundingAsk(sector, Stage.CONSULTING, case.today), case.city.country)
    return financing_plan(stages, fund_terms(), ask)


def _courses(case: Case) -> tuple[network.TrainingCourse, ...]:
    records = [row.record for row in TrainingCourse.objects.filter(withdrawn_on=None)]
    return tuple(record for record in records if set(record.sectors) & set(case.sectors))
