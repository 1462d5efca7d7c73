"""The cooperation dossier as a document."""

from typing import Final

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import override

from seoulution.apps.publishing.case import Case
from seoulution.apps.publishing.compose import city, money, partners, questions, request, seoul_then, solutions, steps, summary
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.engine.dossier.document import Document
from seoulution.engine.vocabulary import Language

SECTIONS: Final = (
    summary.section,
    request.section,
    solutions.section,
    seoul_then.section,
    city.section,
    steps.section,
    money.section,
    partners.section,
    questions.section,
    questions.gaps,
)
"""In the order an officer needs them."""


def dossier(case: Case, language: Language) -> Document:
    """The paper in Korean or English; the city's own words stay in theirs."""
    with override(language.value):
        paper = Paper(language, today=case.today)
        paper.register.read(offer.solution for need in case.needs for offer in need.offers)
        sections = tuple(write(case, paper) for write in SECTIONS)
        name = paper.pick(case.city.record.name) if case.city else case.city_as_written
        built = formats.date_format(case.built_at, "DATETIME_FORMAT")
        return Document(
            title=_("Cooperation dossier"),
            subtitle=name or _("place not named"),
            language=language,
            facts=summary.facts(case, paper),
            sections=sections,
            citations=paper.citations(),
            built=_("Computed from live records and rules on %(date)s. Facts of 2014 are shown as of 2014.") % {"date": built},
            identifier=case.identifier,
            dated=case.today,
            claims=paper.register.used(),
        )
