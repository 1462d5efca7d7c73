"""One of everything that an address may be about, made by the services as in life."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from django.utils import timezone
from tests.apps.publishing.sending import sent
from tests.trust.world_course import course_of
from tests.trust.world_mails import mails_of
from tests.trust.world_papers import papers_of
from tests.trust.world_sharing import sharing_of

from seoulution.apps.accounts.models import SavedView, User
from seoulution.apps.catalogue.models import DraftingRun, ImportRun, PolicySolution
from seoulution.apps.catalogue.services.editorial import act
from seoulution.apps.catalogue.services.solution_imports import import_solutions
from seoulution.apps.catalogue.services.translation_imports import SentFile
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, IncomingFile, receive
from seoulution.apps.engagements.models import Engagement, LegalRule, LegalRuleDraft
from seoulution.apps.engagements.services.aftercare import Agreed, agree_level, record_reading
from seoulution.apps.engagements.services.aftercare_checks import plan_checks
from seoulution.apps.engagements.services.contacts import Details, record_contact
from seoulution.apps.engagements.services.legal_rules import draft
from seoulution.apps.engagements.services.promises import Given, record_promise
from seoulution.apps.engagements.services.referrals import refer
from seoulution.apps.engagements.services.tasks import make_task
from seoulution.apps.financing.models import Fund
from seoulution.apps.matching.services import add_match
from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.network.services import affiliate
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.engine.catalogue.editorial import EditorialAction
from seoulution.engine.engagements.codes import ContactKind
from seoulution.engine.vocabulary import Language

TEXT: Final = "We lose half of our treated water through leaks in old pipes. The night bus does not reach the outskirts."
SECRET_NAME: Final = "Ximena Quispe-Zolotova"
SECRET_EMAIL: Final = "ximena.quispe@ministry.example"
PICTURE: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A PNG of one pixel."""


@dataclass(frozen=True, slots=True)
class World:
    """The objects, how each fills an address, and the secrets that only some may see."""

    request: SharingRequest
    token: str
    officer: User
    arguments: Mapping[str, Mapping[str, Any]]


def build(person: Callable[..., User]) -> World:
    """Everything, with names of its own so that tests can make more accounts."""
    officer = person("officer", name="world-officer")
    incoming = Incoming(
        text=TEXT,
        city_as_written="Metro Manila",
        requester_name=SECRET_NAME,
        requester_role="Deputy minister",
        requester_email=SECRET_EMAIL,
        files=(IncomingFile("pipes.png", "image/png", PICTURE),),
    )
    request, token = receive(incoming, channel=Channel.FORM, by=None)
    need = request.needs.all()[0]
    solution = _second_text(PolicySolution.objects.get(code="revenue-water"), officer, person)
    match = add_match(need, solution=solution, reason="seen in the field", by=officer)
    dossier = build_dossier(request, language=Language.EN, by=officer)
    engagement = Engagement.objects.filter(withdrawn_on=None)[0]
    promise = record_promise(engagement, Given("A list of pumps", "the office", "the city", occasion="visit"), by=officer)
    work = _daily_work(engagement, officer, person)
    sending = sent(officer)
    attachment = request.attachments.all()[0]
    city = City.objects.get(code="metro-manila")
    return World(
        request,
        token,
        officer,
        {
            "": {},
            "sheet": {"name": "xlsx"},
            "solution": {"code": solution.code},
            "solution_paper": {"code": solution.code, "name": "pdf"},
            "sector_paper": {"sector": solution.sector, "name": "docx"},
            "sending": {"pk": sending.pk},
            "edition": {"code": solution.code, "city": city.code},
            "edition_paper": {"code": solution.code, "city": city.code, "name": "docx"},
            "own_solution": {"code": solution.code},
            "own_section": {"code": solution.code, "key": "cost"},
            "own_claim_written": {"code": solution.code, "claim": solution.data["claims"][0]["code"]},
            "own_list": {"code": solution.code, "part": "levels"},
            "solution_version": {"code": solution.code, "number": 1},
            "solution_difference": {"code": solution.code, "older": 1, "newer": 2},
            "claim": {"solution": solution.code, "code": "rwr-2013"},
            "solution_import": {"pk": _import_of(person).pk},
            "city": {"code": city.code},
            "city_sheet": {"code": city.code, "name": "xlsx"},
            "engagement": {"code": engagement.code},
            **sharing_of(officer, engagement),
            **course_of(engagement, officer),
            "legal_draft": {"pk": _legal_draft(person).pk},
            "promise": {"pk": promise.pk},
            **papers_of(officer, engagement, person),
            **work,
            **_aftercare(engagement, officer),
            "fund": {"code": Fund.objects.filter(withdrawn_on=None)[0].code},
            "agency": {"code": Agency.objects.filter(withdrawn_on=None)[0].code},
            "firm": {"code": Firm.objects.filter(withdrawn_on=None)[0].code},
            "request": {"code": request.code},
            "need": {"pk": need.pk},
            "match": {"pk": match.pk},
            "dossier": {"pk": dossier.pk},
            "dossier_paper": {"pk": dossier.pk, "name": "docx"},
            "attachment": {"code": request.code, "name": attachment.stored_name},
            "city_attachment": {"name": attachment.stored_name},
            "language": {"language": "es"},
            "language_of_solution": {"language": "es", "code": solution.code},
            "translation": {"language": "es", "code": solution.code, "path": "name"},
            "translation_import": {"pk": ImportRun.objects.create(kind="translations-xliff", language="es", size_bytes=0).pk},
            "drafting": {"pk": DraftingRun.objects.create(solution=solution, language="es", total=1, todo=["name"]).pk},
            "saved_view": {"pk": SavedView.objects.create(user=officer, page="office:engagements", name="mine").pk},
            **mails_of(officer),
            "forged_link": {"token": "A" * 43},
            "person": {"pk": officer.pk},
            "open_id": {"provider_id": "city-hall"},
        },
    )


def _daily_work(engagement: Engagement, officer: User, person: Callable[..., User]) -> dict[str, dict[str, Any]]:
    """A visit, a task, and a question to a body whose people can read it."""
    now = timezone.now()
    details = Details(ContactKind.VISIT, "Visit to the works", now - timedelta(days=1))
    contact = record_contact(engagement, details, held=False, by=officer, now=now)
    task = make_task(engagement, text="Ask for the plans", owner=officer, by=officer)
    body = PolicySolution.objects.select_related("owner").get(code="revenue-water").owner
    owner_of("revenue-water", person, "world-engineer")
    referral = refer(engagement, to_body=body, asks="How deep do the mains lie?", by=officer)
    numbers = {"contact": contact.pk, "task": task.pk, "referral": referral.pk, "own_referral": referral.pk}
    return {name: {"pk": pk} for name, pk in numbers.items()}


def _aftercare(engagement: Engagement, officer: User) -> dict[str, dict[str, Any]]:
    """A level with a reading, and a look that is due."""
    today = timezone.localdate()
    level = agree_level(engagement, Agreed("Water billed", "%", Decimal(90), today, "contract, 7"), by=officer, today=today)
    reading = record_reading(level, read_on=today, value=Decimal(91), source="WASA", by=officer, today=today)
    plan_checks(engagement, operates_from=today)
    check = engagement.aftercare_checks.all()[0]
    return {"service_level": {"pk": level.pk}, "service_reading": {"pk": reading.pk}, "aftercare_check": {"pk": check.pk}}


def _import_of(person: Callable[..., User]) -> ImportRun:
    """A spreadsheet of one row that did not go in."""
    rows = [["code", "name_ko", "name_en", "sector", "owner"], ["x", None, None, None, None]]
    return import_solutions(rows, file=SentFile("ours.xlsx", 1, "0" * 64), by=person("manager", name="world-manager"))


def _second_text(row: PolicySolution, officer: User, person: Callable[..., User]) -> PolicySolution:
    """A second approved text, and a revision of it in work."""
    writer, colleague = (owner_of(row.code, person, f"world-{name}") for name in ("writer", "colleague"))
    manager = person("manager", name="world-publisher")
    for action, by in (
        (EditorialAction.REVISE, writer),
        (EditorialAction.SUBMIT, writer),
        (EditorialAction.APPROVE, colleague),
        (EditorialAction.APPROVE, officer),
        (EditorialAction.PUBLISH, manager),
        (EditorialAction.REVISE, writer),
    ):
        row = act(row, action, by=by)
    return row


def owner_of(solution: str, person: Callable[..., User], name: str = "owner") -> User:
    """An owner who works for the body that looks after the solution."""
    user = person("owner", name=name)
    affiliate(user, agency=PolicySolution.objects.select_related("owner").get(code=solution).owner)
    return user


def _legal_draft(person: Callable[..., User]) -> LegalRuleDraft:
    rule = LegalRule.objects.get(code="city-hall-works")
    words = {**rule.data["basis"], "en": "Clearer words."}
    return draft(
        {**rule.data, "basis": words}, rule=rule, reason="clearer", by=person("manager", "drafter"), today=timezone.localdate()
    )
