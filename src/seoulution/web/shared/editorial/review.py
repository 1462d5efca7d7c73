"""A text as its reviewers read it: part by part beside the public one, with what the rules say, a comment on each, and a verdict."""

from typing import Any

from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.services.editorial import open_draft, publishing_findings
from seoulution.apps.catalogue.template import promotional, questions
from seoulution.apps.publishing.part_titles import PART_TITLES, path_words
from seoulution.engine.catalogue.editorial import EditorialAction, EditorialState
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.catalogue import SectionKey
from seoulution.web.shared.editorial.acting import COMMENT
from seoulution.web.shared.editorial.comparing import also_changed, compared
from seoulution.web.shared.editorial.explained import explained
from seoulution.web.shared.editorial.reviews import rounds_of
from seoulution.web.shared.editorial.track import choices_of, state_track
from seoulution.web.shared.once import fresh_key

IN_REVIEW = frozenset({EditorialState.BUREAU_REVIEW, EditorialState.RECEIVER_REVIEW})
VERDICTS = (EditorialAction.APPROVE, EditorialAction.SEND_BACK, EditorialAction.PUBLISH)


def review_context(row: PolicySolution, user: User, typed: dict[str, str]) -> dict[str, Any]:
    """What the template `shared/editorial/review.html` shows; `typed` keeps a refused verdict's words and comments."""
    draft = open_draft(row)
    if draft is None:
        return {"row": row, "draft": None, "steps": state_track(row)}
    record = catalogue.PolicySolution.model_validate(draft.data)
    approved = row.manuscript if row.version else None
    differing = {each.path: each for each in compared(approved, record)} if approved else {}
    wording = publishing_findings(draft)
    choices = [choice for choice in choices_of(row, draft, user) if choice.action in VERDICTS]
    return {
        "row": row,
        "draft": draft,
        "record": record,
        "steps": state_track(row),
        "in_review": EditorialState(row.state) in IN_REVIEW,
        "parts": _parts(record, differing, wording, typed),
        "differing": [each for path, each in differing.items() if not path.startswith("sections.")],
        "also_changed": also_changed(row.data, draft.data) if approved else [],
        "wording": [(path_words(finding.parameters["field"]), finding) for finding in wording],
        "explained": explained(record, today=timezone.localdate()),
        "choices": choices,
        "rounds": rounds_of(draft),
        "words": typed.get("words", ""),
        "wording_reason": typed.get("wording_reason", ""),
        "submission": fresh_key(),
    }


def _parts(
    record: catalogue.PolicySolution, differing: dict[str, Any], wording: tuple[Any, ...], typed: dict[str, str]
) -> list[dict[str, Any]]:
    gaps = {gap.about: gap for gap in record.gaps}
    praised = promotional(record)
    asked = questions()
    return [
        {
            "path": f"sections.{key}",
            "title": PART_TITLES[key],
            "text": record.sections.get(key),
            "gap": gaps.get(key.value),
            "change": differing.get(f"sections.{key}"),
            "answers": [asked[code] for code in record.sections[key].answers] if key in record.sections else [],
            "findings": praised.get(key.value, ()),
            "wording": [f for f in wording if f.parameters["field"].startswith(f"sections.{key}.")],
            "claims": [claim for claim in record.claims if claim.section is key],
            "comment": typed.get(f"{COMMENT}sections.{key}", ""),
        }
        for key in SectionKey
    ]
