"""Invited training: the courses with their hosts and figures; cohorts and alumni once they are on record."""

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.queries import sourced
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Agency
from seoulution.apps.training.models import TrainingCourse
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.lists import page_of, sources_of
from seoulution.web.shared.access import needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.tags.records import named


def host_choices() -> list[tuple[str, str]]:
    return [(row.code, named(row)) for row in Agency.objects.filter(courses__isnull=False).distinct()]


class CourseFilter(django_filters.FilterSet):
    """Filters live in the address."""

    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector"), method="by_sector"
    )
    host = django_filters.ChoiceFilter(
        label=gettext_lazy("Host"), choices=host_choices, empty_label=gettext_lazy("Any host"), field_name="host__code"
    )

    class Meta:
        model = TrainingCourse
        fields: list[str] = []

    def by_sector(self, rows: QuerySet[TrainingCourse], name: str, value: str) -> QuerySet[TrainingCourse]:
        """Courses on the sector."""
        return rows.filter(data__sectors__contains=[value])


@needs(Permission.SEE_OFFICE)
def page(request: HttpRequest) -> HttpResponse:
    """Courses, and the engagements that stand at training."""
    rows = TrainingCourse.objects.filter(withdrawn_on=None).select_related("host").prefetch_related("solutions")
    found = CourseFilter(request.GET, queryset=rows)
    page = page_of(request, found.qs)
    context = {
        "filter": found,
        "page": page,
        "rows": [(row, [sourced(figure) for figure in row.record.figures]) for row in page],
        "engagements": Engagement.objects.filter(withdrawn_on=None, stage=Stage.TRAINING).select_related("city"),
        "sources": sources_of([row.data for row in page]),
    }
    return render(request, "office/training.html", context)
