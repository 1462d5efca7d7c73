"""What a translation must hold before it is kept: the claims of its source, their numbers, no refused word; and our terms, as a warning."""

from decimal import Decimal
from functools import cache

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.engine.catalogue.glossary import Term, glossary_findings
from seoulution.engine.catalogue.references import lost_references, reference_findings
from seoulution.engine.demand.wording import Audience, wording_findings
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language
from seoulution.language.wording import wording_rules
from seoulution.reference.load import reference
from seoulution.reference.rules import glossary
from seoulution.reference.schema import terms

Figures = dict[str, tuple[Decimal | str, str]]


@cache
def programme_terms() -> tuple[Term, ...]:
    """The glossary that ships."""
    return glossary(reference().of(terms.Term))


def figures_of(solution: PolicySolution) -> Figures:
    """Value and unit of each claim that the solution's text may refer to."""
    return {claim.code: (claim.figure.value, claim.figure.unit) for claim in solution.manuscript.claims}


def translation_findings(source: str, text: str, language: Language, figures: Figures, path: str) -> tuple[Finding, ...]:
    """Everything found in `text` as the translation of `source`; blocking ones keep it from being stored."""
    if not text.strip():
        return (Finding("translation.empty", subject=path),)
    return (
        *lost_references(source, text, path),
        *(found for found in reference_findings(text, figures, path) if found.code != "claim.not-on-record"),
        *wording_findings(text, language.value, Audience.CITY, wording_rules()),
        *glossary_findings(source, Language.EN.value, text, language.value, programme_terms(), path),
    )
