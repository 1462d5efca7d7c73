"""The bell in the head of staff pages: how many notices a person has not read."""

from typing import Final

from django.template import Context, Library
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.prepared import A_KEY, Prepared
from seoulution.web.shared.addresses import address
from seoulution.web.shared.icons import SIGNS

register = Library()

MOST: Final = 99
"""More are not counted: the index is read no further."""
_UNREAD: Final = Prepared(
    lambda user: Notice.objects.filter(user=user, read_at=None).order_by("-at").values_list("pk")[: MOST + 1], user=A_KEY
)


@register.simple_tag(takes_context=True)
def bell(context: Context) -> SafeString:
    """A link to the notices with the number of unread ones; nothing for who has no account."""
    user = context.get("user")
    if not isinstance(user, User):
        return SafeString("")
    unread = len(_UNREAD(user=user.pk))
    words = (
        ngettext("%(count)s unread notice", "%(count)s unread notices", unread) % {"count": unread} if unread else _("Notices")
    )
    shown = f"{MOST}+" if unread > MOST else str(unread)
    count = format_html('<span class="navigation__count" aria-hidden="true">{}</span>', shown) if unread else ""
    return format_html(
        '<a class="bell" href="{}" title="{}">{}{}<span class="visually-hidden">{}</span></a>',
        address("office:notices"),
        words,
        SIGNS["bell"],
        count,
        words,
    )
