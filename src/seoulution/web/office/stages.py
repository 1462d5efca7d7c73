"""The stages of a cooperation and what each gate asks, written from the tables the rules themselves use."""

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import StageNote
from seoulution.engine.engagements.course import STAGES
from seoulution.engine.engagements.programme import SEOUL_2014
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_gate import gate_lines
from seoulution.web.office.lists import sources_of
from seoulution.web.office.stage_diagram import stage_diagram
from seoulution.web.shared.access import SignedInRequest, needs


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest) -> HttpResponse:
    """One part per stage, in the order of the flow."""
    notes = {row.code: row for row in StageNote.objects.filter(withdrawn_on=None)}
    live = visible_to(request.user).filter(ending="").order_by().values_list("stage").annotate(Count("pk"))
    counts = dict(live)
    stages = [
        (stage, STAGES[stage], notes.get(stage.value), counts.get(stage.value, 0), gate_lines(stage, None)) for stage in Stage
    ]
    context = {
        "stages": stages,
        "diagram": stage_diagram(SEOUL_2014, counts),
        "sources": sources_of([note.data for note in notes.values()]),
    }
    return render(request, "office/stages.html", context)
