"""Who signs what, written from the table that decides it, and what that table rests on."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.publishing.decision_words import decision_words
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import Rank
from seoulution.engine.engagements.signing_table import ANY, SIGNING, SigningRow, Step
from seoulution.engine.vocabulary import Stage
from seoulution.reference.schema.base import Cited
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import SignedInRequest, needs

LEFT_TO_THE_OFFICE: Final = Cited(
    ko="「행정 효율과 협업 촉진에 관한 규정」 제10조제2항은 위임전결 사항을 해당 기관의 장이 훈령이나 지방자치단체의 규칙으로 정하게 한다.",
    en="Article 10(2) of the decree on administrative efficiency and collaboration leaves delegated decisions to the head of each body, "
    "who sets them by directive or by a rule of the local government.",
    sources=("prog-moleg-delegated-decisions",),
)


@needs(Permission.SEE_OFFICE)
def table(request: SignedInRequest) -> HttpResponse:
    """Row by row, in the order in which the table is read: the first that fits decides."""
    context = {
        "rows": [
            (decision_words(row.kind), _stages(row), row.up_to, [(_step(step), len(step) > 1) for step in row.steps])
            for row in SIGNING
        ],
        "rests_on": LEFT_TO_THE_OFFICE,
        "sources": sources_of(codes=LEFT_TO_THE_OFFICE.sources),
    }
    return render(request, "office/signing_rules.html", context)


def _stages(row: SigningRow) -> str:
    return _("any stage") if row.stages == ANY else ", ".join(label(Stage, stage) for stage in Stage if stage in row.stages)


def _step(step: Step) -> str:
    return label(Rank, step[0])
