"""Who may be meant while somebody types a person's name: of thousands of accounts only the few that fit and may take part."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.forms.renderers import BaseRenderer
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.formats.cleaning import clean_text
from seoulution.web.shared.tags.records import person_name

MOST: Final = 10
OPTION: Final = '<option value="{}">{}</option>'


def people(roles: Sequence[str]) -> QuerySet[User]:
    """Accounts of these roles that are open."""
    return User.objects.filter(role__in=roles, is_active=True).order_by("username")


def near(written: str, among: QuerySet[User]) -> list[User]:
    """A few whose sign-in name or own name holds what was written, in whichever order the name is said."""
    said = clean_text(written).strip()[:100]
    if not said:
        return []
    by_name = Q(western__icontains=said) | Q(korean__icontains=said)
    named = among.annotate(western=Concat("first_name", Value(" "), "last_name"), korean=Concat("last_name", "first_name"))
    return list(named.filter(Q(username__icontains=said) | by_name)[:MOST])


def person_named(written: str, among: QuerySet[User]) -> User | None:
    """The one of a sign-in name; else the only one of a name that is written out."""
    said = clean_text(written).strip()[:150]
    found = among.filter(username=said).first()
    if found is not None or not said:
        return found
    same = [
        user for user in near(said, among) if said.casefold() in (person_name(user).casefold(), user.get_full_name().casefold())
    ]
    return same[0] if len(same) == 1 else None


def both_names(user: User) -> str:
    """The full name, with the name of the account."""
    full = person_name(user)
    return f"{full} ({user.username})" if full != user.username else full


def offered(written: str, among: QuerySet[User]) -> HttpResponse:
    """The options beneath a field that is being written in."""
    found = ((user.username, both_names(user)) for user in near(written, among))
    return HttpResponse(format_html_join("\n", OPTION, found))


class PersonInput(forms.TextInput):
    """One line with its own list beneath, filled by `address` while one types; without script the name is written out.

    first : pairs of what is taken and how it reads, offered before anything is typed
    """

    def __init__(self, address: str, first: Sequence[tuple[str, str | Promise]] = ()) -> None:
        super().__init__(
            attrs={
                "autocomplete": "off",
                "maxlength": "150",
                "hx-get": reverse_lazy(address),
                "hx-trigger": "input changed delay:200ms",
                "hx-swap": "innerHTML",
            }
        )
        self.first = tuple(first)

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        """The line and its list, which no other line of the page shares."""
        beneath = f"{(attrs or {}).get('id') or name}-near"
        line = super().render(name, value, {**(attrs or {}), "list": beneath, "hx-target": f"#{beneath}"}, renderer)
        return format_html('{}<datalist id="{}">{}</datalist>', line, beneath, format_html_join("\n", OPTION, self.first))


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person by sign-in name or full name, offered while one types. Whoever may be meant is set with `among`."""

    default_error_messages = {
        "invalid_choice": gettext_lazy("Nobody who may take this goes by that name. Nothing was changed.")
    }

    def __init__(self, *, address: str = "office:people_near", **given: Any) -> None:
        super().__init__(queryset=User.objects.none(), to_field_name="username", widget=PersonInput(address), **given)

    def among(self, roles: Sequence[str], held: User | None = None) -> None:
        """Open accounts of these roles may be named, and whoever is on record already."""
        self.queryset = people(roles) | User.objects.filter(pk__in=[held.pk] if held else [])

    def to_python(self, value: Any) -> User | None:
        """The account that is meant."""
        if value in self.empty_values:
            return None
        among: Any = self.queryset
        found = person_named(str(value), among)
        if found is None:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found
