"""Which text a person at this desk may open, and what every page of the editor knows of it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from seoulution.apps.catalogue.editors import parts_of
from seoulution.apps.catalogue.models import Draft, PolicySolution
from seoulution.apps.catalogue.services.editorial import open_draft
from seoulution.engine.catalogue.editorial import EditorialPart, EditorialState
from seoulution.reference.schema import catalogue
from seoulution.web.bureaus.desk import own_solutions
from seoulution.web.shared.access import SignedInRequest
from seoulution.web.shared.component_values import Link

WRITABLE = frozenset({EditorialState.DRAFT, EditorialState.UNDER_REVISION})


def own_text(request: SignedInRequest, code: str) -> PolicySolution:
    """One's own body's solution; another body's does not exist here."""
    return get_object_or_404(own_solutions(request).select_related("owner"), code=code)


def written(draft: Draft) -> catalogue.PolicySolution:
    """The draft as a record, with its references to claims."""
    return catalogue.PolicySolution.model_validate(draft.data)


def may_write(request: SignedInRequest, row: PolicySolution) -> bool:
    """Whether the person may change the text as it stands now."""
    return EditorialPart.WRITER in parts_of(request.user, row) and EditorialState(row.state) in WRITABLE


def draft_or_overview(row: PolicySolution) -> tuple[Draft | None, HttpResponseRedirect | HttpResponse]:
    """The text in work; where there is none, the way to the overview, which says how to begin one."""
    return open_draft(row), redirect("bureaus:edit", code=row.code)


def page_of(request: SignedInRequest, row: PolicySolution, *, at: str = "") -> dict[str, Any]:
    """What the editor's pages share: the solution, the way back, whether it can be written now."""
    return {"row": row, "at": at, "writable": may_write(request, row), "tabs": _tabs(row, at)}


def _tabs(row: PolicySolution, at: str) -> list[Link]:
    places = (
        ("edit", _("Overview")),
        ("edit_claims", _("Figures")),
        ("edit_facts", _("Facts")),
        ("edit_history", _("History")),
        ("review", _("Review")),
    )
    return [Link(words, reverse(f"bureaus:{name}", args=[row.code]), name == at) for name, words in places]
