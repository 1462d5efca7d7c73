"""The legal rules, and an answer to who may do what with which flow of money."""

from enum import StrEnum
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Difficulty, LegalRule, LegalRuleDraft
from seoulution.apps.engagements.queries import legal_rules
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.legal_routes import LegalAnswer, legal_answer
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import SignedInRequest, needs

SHOWN_DRAFTS: Final = 20
"""How many decided drafts the page lists; the newest first."""


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest) -> HttpResponse:
    """The route in the address is answered once all three parts are chosen; below it every rule on record."""
    answer = _answer(request)
    rules = list(LegalRule.objects.filter(withdrawn_on=None))
    difficulties = list(Difficulty.objects.filter(withdrawn_on=None))
    drafts = LegalRuleDraft.objects.select_related("drafted_by", "decided_by")
    data = [row.data for row in (*rules, *difficulties)]
    sources = sources_of(data, codes=answer.sources if answer else ())
    context = {
        "actors": _options(Party, request.GET.get("actor", "")),
        "activities": _options(Activity, request.GET.get("activity", "")),
        "money_flows": _options(MoneyFlow, request.GET.get("money_flow", "")),
        "answer": answer,
        "answer_sources": [sources[code] for code in answer.sources if code in sources] if answer else [],
        "rules": rules,
        "difficulties": difficulties,
        "waiting": drafts.filter(state="open"),
        "decided": drafts.exclude(state="open")[:SHOWN_DRAFTS],
        "may_edit": request.user.may(Permission.EDIT_LEGAL_RULES),
        "sources": sources,
    }
    return render(request, "office/legal.html", context)


def _options(kind: type[StrEnum], chosen: str) -> list[tuple[str, str, bool]]:
    return [(code.value, label(kind, code), code.value == chosen) for code in kind]


def _answer(request: HttpRequest) -> LegalAnswer | None:
    actor, activity, flow = (request.GET.get(name, "") for name in ("actor", "activity", "money_flow"))
    if actor not in set(Party) or activity not in set(Activity) or flow not in set(MoneyFlow):
        return None
    return legal_answer(Party(actor), Activity(activity), MoneyFlow(flow), legal_rules(), timezone.localdate())
