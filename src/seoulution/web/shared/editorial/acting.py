"""Takes an editorial action as a form asks for it; what stops it comes back in words."""

from collections.abc import Mapping
from typing import Final

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.editorial import act
from seoulution.apps.matching.upkeep import refresh_in_background
from seoulution.engine.catalogue.editorial import EditorialAction
from seoulution.engine.findings import Finding
from seoulution.web.shared.access import SignedInRequest

COMMENT: Final = "comment-"
"""Fields of the review form that hold a comment on one part, followed by the part."""


def taken(request: SignedInRequest, row: PolicySolution) -> tuple[Finding, ...]:
    """Takes `action` with its `words`, `wording_reason` and comments; everything that stopped it, empty when it was taken."""
    asked = request.POST.get("action", "")
    if asked not in set(EditorialAction):
        return (Finding("editorial.not-in-this-state", subject=asked, parameters={"state": row.state}),)
    try:
        act(
            row,
            EditorialAction(asked),
            by=request.user,
            words=request.POST.get("words", "")[:10_000],
            comments=comments_of(request.POST),
            wording_reason=request.POST.get("wording_reason", "")[:2_000],
        )
    except Refused as refused:
        return refused.findings
    refresh_in_background()  # what the public reads may have changed, and search with it
    return ()


def comments_of(posted: Mapping[str, str]) -> dict[str, str]:
    """The comments by part, blank ones left out."""
    return {
        name.removeprefix(COMMENT): posted[name][:10_000]
        for name in posted
        if name.startswith(COMMENT) and posted[name].strip()
    }
