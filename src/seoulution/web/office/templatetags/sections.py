"""Pages that belong together beneath one entry of the navigation, as tabs above each of them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.web.shared.addresses import address
from seoulution.web.shared.component_values import Link

register: Final = template.Library()

SECTIONS: Final[Mapping[str, Sequence[tuple[str, str | Promise]]]] = {
    "daily": (
        ("office:signing", gettext_lazy("To sign")),
        ("office:promises", gettext_lazy("Promises")),
        ("office:tasks", gettext_lazy("Tasks")),
        ("office:referrals", gettext_lazy("Asked of other bodies")),
    ),
    "engagements": (
        ("office:engagements", gettext_lazy("Engagements")),
        ("office:status", gettext_lazy("Status of sharing")),
        ("office:aftercare", gettext_lazy("Aftercare")),
        ("office:proposals", gettext_lazy("Said back")),
        ("office:equal_information", gettext_lazy("Equal information")),
    ),
}


@register.inclusion_tag("shared/components/tabs.html", takes_context=True)
def section_tabs(context: template.Context, name: str) -> dict[str, Any]:
    """The tabs of a section; the page being read is marked."""
    path = context["request"].path
    links = [Link(str(words), at, at == path) for page, words in SECTIONS[name] if (at := address(page))]
    return {"links": links, "label": _("Pages of this part")}
