"""Invited training: courses with their hosts, what they teach and their figures; cohorts, alumni and experts once on record."""

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.queries import sourced
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.labels import label
from seoulution.apps.training.models import TrainingCourse
from seoulution.engine.vocabulary import Sector, Stage
from seoulution.formats.tables import Column, Row
from seoulution.reference.schema.base import Figure
from seoulution.web.office.lists import page_of, sources_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import named, unit_words, words


def host_choices() -> list[tuple[str, str]]:
    rows = Agency.objects.filter(courses__withdrawn_on=None, courses__isnull=False).distinct()
    return [(row.code, named(row)) for row in rows]


class CourseFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words")
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector"), method="by_sector"
    )
    host = django_filters.ChoiceFilter(
        label=gettext_lazy("Host"), choices=host_choices, empty_label=gettext_lazy("Any host"), field_name="host__code"
    )

    class Meta:
        model = TrainingCourse
        fields: list[str] = []

    def by_words(self, rows: QuerySet[TrainingCourse], name: str, value: str) -> QuerySet[TrainingCourse]:
        """In the name, or in what is told of the course."""
        own = Q(name_ko__icontains=value) | Q(name_en__icontains=value)
        return rows.filter(own | Q(data__text__ko__icontains=value) | Q(data__text__en__icontains=value))

    def by_sector(self, rows: QuerySet[TrainingCourse], name: str, value: str) -> QuerySet[TrainingCourse]:
        """Courses on the sector."""
        return rows.filter(data__sectors__contains=[value])


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest) -> HttpResponse:
    """Courses, the engagements that stand at training, and what is still missing of people."""
    rows = TrainingCourse.objects.filter(withdrawn_on=None).select_related("host").prefetch_related("solutions")
    found = CourseFilter(request.GET, queryset=rows)
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(found.qs))
    page = page_of(request, found.qs)
    context = {
        "filter": found,
        "page": page,
        "rows": [(row, [sourced(figure) for figure in row.record.figures]) for row in page],
        "downloads": download_links(request),
        "engagements": visible_to(request.user).filter(stage=Stage.TRAINING).select_related("city"),
        "sources": sources_of([row.data for row in page]),
    }
    return render(request, "office/training.html", context)


def figure_words(figure: Figure) -> str:
    """A figure as one cell: value, unit, year, source."""
    told = f"{'~' if figure.approximate else ''}{figure.value} {unit_words(figure.unit)}"
    year = str(figure.year or _("year not stated"))
    return f"{told} ({year}; {figure.source})"


def _listing(rows: QuerySet[TrainingCourse]) -> Listing:
    columns = (
        Column("code", _("Code")),
        Column("name_ko", _("Korean name")),
        Column("name_en", _("English name")),
        Column("host", _("Host")),
        Column("sectors", _("Sectors")),
        Column("solutions", _("Solutions")),
        Column("text", _("What is told")),
        Column("figures", _("Figures")),
        Column("sources", _("Sources")),
    )
    listed: list[Row] = [
        {
            "code": row.code,
            "name_ko": row.name_ko,
            "name_en": row.name_en,
            "host": named(row.host),
            "sectors": ", ".join(label(Sector, sector) for sector in row.record.sectors),
            "solutions": ", ".join(solution.code for solution in row.solutions.all()),
            "text": words(row.record.text),
            "figures": "; ".join(figure_words(figure) for figure in row.record.figures),
            "sources": ", ".join(row.record.text.sources),
        }
        for row in rows
    ]
    return Listing(_("Training courses"), "training", columns, listed)
