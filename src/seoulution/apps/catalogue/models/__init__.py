"""What the catalogue keeps: solutions and claims, drafts and approved texts, translations."""

from seoulution.apps.catalogue.models.drafting import DraftingRun
from seoulution.apps.catalogue.models.editorial import Draft, Review, SolutionVersion
from seoulution.apps.catalogue.models.imports import ImportRun
from seoulution.apps.catalogue.models.solutions import Claim, PolicySolution
from seoulution.apps.catalogue.models.translations import Translation, TranslatorLanguage

__all__ = [
    "Claim",
    "Draft",
    "DraftingRun",
    "ImportRun",
    "PolicySolution",
    "Review",
    "SolutionVersion",
    "Translation",
    "TranslatorLanguage",
]
