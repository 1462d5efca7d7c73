"""How every page of an engagement begins: the file as it exists for the person, its head, and the tabs of its pages."""

from collections.abc import Sequence
from typing import Any, Final

from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to, work_finding
from seoulution.apps.engagements.models import Engagement
from seoulution.web.shared.access import SignedInRequest
from seoulution.web.shared.addresses import address
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.once import fresh_key
from seoulution.web.shared.reading import note_reading
from seoulution.web.shared.tags.records import named

TABS: Final[Sequence[tuple[str, str | Promise]]] = (
    ("office:engagement", gettext_lazy("Overview")),
    ("office:engagement_course", gettext_lazy("Course and money")),
    ("office:engagement_papers", gettext_lazy("Papers and decisions")),
    ("office:engagement_work", gettext_lazy("Contacts and tasks")),
    ("office:engagement_sharing", gettext_lazy("Shared")),
    ("office:engagement_aftercare", gettext_lazy("Aftercare")),
    ("office:engagement_team", gettext_lazy("Details and team")),
    ("office:engagement_history", gettext_lazy("History")),
)
"""Pages of an engagement in the order of the tabs."""
HISTORY: Final = "office:engagement_history"


def found(request: SignedInRequest, code: str, *, action: str = "view") -> Engagement:
    """The engagement of a code where it exists for the person; otherwise there is no such page. Sensitive, it leaves a line."""
    row = (
        visible_to(request.user)
        .select_related("city__country", "sharing_request", "owner", "responsible")
        .filter(code=code)
        .first()
    )
    if row is None:
        raise Http404
    if row.is_sensitive:
        note_reading(request, about="engagement", about_code=row.code, whose=f"engagement {row.code}", action=action)
    return row


def file_context(request: SignedInRequest, row: Engagement, current: str) -> dict[str, Any]:
    """What every page of the file shows: `current` is the name of its own address.

    may_not_work : why nothing can be changed by this person, or None
    """
    return {
        "row": row,
        "record": row.told,
        "tabs": _tabs(request.user, row.code, current),
        "may_not_work": work_finding(request.user, row),
        "submission": fresh_key(),
        "trail": [
            Link(_("Engagements"), reverse("office:engagements")),
            Link(named(row.city), reverse("office:city", args=[row.city.code])),
        ],
    }


def _tabs(user: User, code: str, current: str) -> list[Link]:
    """The history is a page of those who may read it."""
    shown = [tab for tab in TABS if tab[0] != HISTORY or user.may(Permission.SEE_HISTORY)]
    return [Link(str(words), address(name, code), name == current) for name, words in shown]
