"""The peer of the list of engagements: Django's own generic list view over the same table, behind the same session and middleware.

No rights beyond the session, no other views, columns, counts or history: what a project of this size writes on its first day. Served as ours is:
`python -m bench.plain_lists PORT`.
"""

import os
import sys
from functools import cache
from typing import Any

PATH = "/plain/"
_PAGE = """{% for each in object_list %}<tr><th><a href="/engagements/{{ each.code }}/">{{ each.name_en }}</a></th><td>{{ each.city.name_en }}</td>
<td>{{ each.get_sector_display }}</td><td>{{ each.get_stage_display }}</td><td>{{ each.get_standing_display }}</td><td>{{ each.get_lead_display }}</td>
<td>{{ each.owner.username|default:"–" }}</td><td>{{ each.last_contact_on|date|default:"–" }}</td></tr>{% endfor %}"""
_FORM = "<form>{{ filter.form.as_div }}</form><p>{{ paginator.count }}</p><table>" + _PAGE + "</table><p>{{ page_obj }}</p>"
urlpatterns: list[Any] = []


def _made() -> Any:
    """The site with its one page."""
    from seoulution.commands.django_ready import ready

    ready()
    import django_filters
    from django.conf import settings
    from django.contrib.auth.mixins import LoginRequiredMixin
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpResponse
    from django.template import RequestContext, Template
    from django.urls import path
    from django.views.generic import ListView

    from seoulution.apps.engagements.models import Engagement

    class Filter(django_filters.FilterSet):
        q = django_filters.CharFilter(field_name="name_en", lookup_expr="icontains")

        class Meta:
            model = Engagement
            fields = ("stage", "sector", "standing", "lead", "city__country__code")

    template = Template(_FORM)

    class Engagements(LoginRequiredMixin, ListView):  # type: ignore[type-arg]
        paginate_by = 50

        def get_queryset(self) -> Any:
            rows = Engagement.objects.filter(withdrawn_on=None, is_sensitive=False).select_related("city", "owner")
            self.filter = Filter(self.request.GET, queryset=rows)
            return self.filter.qs.order_by(self.request.GET.get("sort", "position"), "code")

        def render_to_response(self, context: dict[str, Any], **_named: Any) -> HttpResponse:
            return HttpResponse(template.render(RequestContext(self.request, {**context, "filter": self.filter})))

    urlpatterns.append(path(PATH.lstrip("/"), Engagements.as_view()))
    settings.ROOT_URLCONF = __name__
    return get_wsgi_application()


@cache
def _site() -> Any:
    return _made()


def application(environ: Any, start_response: Any) -> Any:
    """Granian's door; the site is made at the first request, in the worker."""
    return _site()(environ, start_response)


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "bench.plain_lists:application", "127.0.0.1", int(sys.argv[1]), interface=Interfaces.WSGI, blocking_threads=4
    ).serve()
