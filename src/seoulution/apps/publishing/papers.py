"""What can be printed and sent: one paper of each kind, in the languages it is made in, and what stands in its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from json import dumps
from typing import Final

from django.utils import timezone
from django.utils.translation import override

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.publishing.compose.brochure import brochure, sector_solutions
from seoulution.apps.publishing.compose.edition_paper import edition_paper
from seoulution.apps.publishing.compose.leaflet import leaflet
from seoulution.apps.publishing.compose.solution_paper import solution_paper
from seoulution.apps.publishing.compose.whole_story import Addresses
from seoulution.apps.publishing.editions import city_edition
from seoulution.apps.publishing.models import PaperKind
from seoulution.apps.publishing.quoting import printing_findings
from seoulution.engine.dossier.document import Document
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats.json import document_value

FORMATS: Final = ("pdf", "docx", "hwpx")
LANGUAGES: Final[Mapping[PaperKind, Sequence[Language]]] = {
    PaperKind.BROCHURE: tuple(Language),
    PaperKind.LEAFLET: tuple(Language),
    PaperKind.SOLUTION: SOURCE_LANGUAGES,
    PaperKind.EDITION: tuple(Language),
}
"""The whole text of a solution is printed as it was written; everything else in any of the languages."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper: a brochure of a sector, a leaflet or the text of a solution, or its edition for a city."""

    kind: PaperKind
    language: Language
    solution: PolicySolution | None = None
    sector: Sector | None = None
    city: City | None = None


class NothingToPrint(LookupError):
    """The wanted paper does not say what it is about, or there is nothing of it."""


def paper_of(wanted: Wanted, addresses: Addresses, *, now: datetime) -> Document:
    """The very document that is printed and sent.

    raises NothingToPrint : no sector, solution or city is given, the sector offers nothing, or the language is not made
    """
    if wanted.language not in LANGUAGES[wanted.kind]:
        raise NothingToPrint(f"{wanted.kind} is not made in {wanted.language}")
    match wanted:
        case Wanted(PaperKind.BROCHURE, language, sector=Sector() as sector) if sector_solutions(sector):
            return brochure(sector, language, addresses, now=now)
        case Wanted(PaperKind.LEAFLET, language, solution=PolicySolution() as solution):
            return leaflet(solution, language, addresses, now=now)
        case Wanted(PaperKind.SOLUTION, language, solution=PolicySolution() as solution):
            return solution_paper(solution, language, now=now)
        case Wanted(PaperKind.EDITION, language, solution=PolicySolution() as solution, city=City() as city):
            with override(language.value):
                edition = city_edition(solution, city, language, today=timezone.localdate(now))
            return edition_paper(edition, now=now)
    raise NothingToPrint(f"{wanted.kind} needs what it is about")


def refusals(document: Document, today: date) -> tuple[Finding, ...]:
    """Every expired claim that it quotes, with who renews it, in the active language; empty when it may be printed."""
    quoted = [key for key, _words in document.claims]
    codes = {key.partition("/")[0] for key in quoted}
    rows = PolicySolution.objects.filter(code__in=codes).select_related("owner")
    return printing_findings(rows, today, quoted=quoted)


def digest_of(document: Document) -> str:
    """Equal for two papers that a reader finds equal: everything but when they were built."""
    value = document_value(document)
    read = {name: part for name, part in value.items() if name not in ("built", "dated")}
    return sha256(dumps(read, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
