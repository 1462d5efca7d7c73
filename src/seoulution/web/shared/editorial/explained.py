"""How complete and how well evidenced a text is, ready for the include `shared/editorial/explained.html`."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from seoulution.apps.publishing.part_titles import PART_TITLES
from seoulution.apps.publishing.solution_standing import SolutionStanding, solution_standing
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.reference.schema.catalogue import PolicySolution


@dataclass(frozen=True, slots=True)
class Explained:
    """`missing` : parts in words, each with the share it would add; `quiet` : sections that answer nobody yet, in words."""

    standing: SolutionStanding
    missing: tuple[tuple[str, float], ...]
    meaning: str
    quiet: tuple[str, ...]


def explained(manuscript: PolicySolution, *, today: date) -> Explained:
    """Of a draft as of the public text."""
    standing = solution_standing(manuscript, today=today)
    return Explained(
        standing,
        tuple((str(PART_TITLES[part]), share) for part, share in standing.missing),
        grade_meaning(standing.grade),
        tuple(str(PART_TITLES[key]) for key, _findings in standing.promotional),
    )


def grade_meaning(grade: EvidenceGrade) -> str:
    """What an evidence grade means, in a line."""
    meanings = {
        EvidenceGrade.A: _("measured before and after, in primary sources"),
        EvidenceGrade.B: _("before and after, in other sources"),
        EvidenceGrade.C: _("results without a before"),
        EvidenceGrade.D: _("no results on record"),
    }
    return meanings[grade]
