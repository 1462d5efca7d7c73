"""Who may be meant while somebody types a person's name: of thousands of accounts only the few that fit and may take part."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.engine.engagements.codes import MemberPart
from seoulution.formats.cleaning import clean_text
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.tags.records import person_name

WORKERS: Final = tuple(code for code, role in ROLES.items() if Permission.WORK_ENGAGEMENTS in role.permissions)
READERS: Final = tuple(code for code, role in ROLES.items() if Permission.SEE_OFFICE in role.permissions)
MOST: Final = 10


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


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person by sign-in name or full name, offered while one types; without script it is written out."""

    widget = forms.TextInput(
        attrs={
            "list": "people-near",
            "autocomplete": "off",
            "hx-get": reverse_lazy("office:people_near"),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": "#people-near",
            "hx-swap": "innerHTML",
        }
    )
    default_error_messages = {
        "invalid_choice": gettext_lazy("Nobody who may take this goes by that name. Nothing was changed.")
    }

    def __init__(self, **given: Any) -> None:
        super().__init__(queryset=User.objects.none(), to_field_name="username", **given)

    def to_python(self, value: Any) -> User | None:
        """The account that is meant."""
        if value in self.empty_values:
            return None
        among: Any = self.queryset
        found = person_named(str(value), among)
        if found is None:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found


@needs(Permission.WORK_ENGAGEMENTS)
def options(request: SignedInRequest) -> HttpResponse:
    """A list of options for the field being written in; a reader of a team need not work on engagements."""
    written = request.GET.get("user") or request.GET.get("owner", "")
    roles = READERS if request.GET.get("part") == MemberPart.READER else WORKERS
    found = [(user.username, both_names(user)) for user in near(written, people(roles))]
    return render(request, "office/_people_near.html", {"found": found})
