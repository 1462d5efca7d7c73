"""People with an account: their role, body, rank and desks, when they signed in last, and whether a second factor stands behind it."""

import django_filters
from allauth.mfa.models import Authenticator
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.rights import PersonRefused
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.apps.accounts.services.people_office import add_person
from seoulution.web.office.lists import ordered, page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import fresh_key
from seoulution.web.shared.signing_in.proof import recently_proved

ORDERS = {"name": "username", "role": "role", "seen": "last_login"}


def role_choices() -> list[tuple[str, str]]:
    """The roles that can be given, in the reader's language."""
    language = "ko" if get_language() == "ko" else "en"
    return [(code, role.names[language]) for code, role in ROLES.items() if code != "public"]


class PeopleFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=_("Name"), method="by_name")
    role = django_filters.ChoiceFilter(label=_("Role"), choices=role_choices, empty_label=_("Any role"))
    open = django_filters.ChoiceFilter(
        label=_("Account"),
        field_name="is_active",
        choices=[("True", pgettext_lazy("account", "Open")), ("False", _("Closed"))],
        empty_label=_("Open and closed"),
    )

    class Meta:
        model = User
        fields: list[str] = []

    def by_name(self, queryset, name, value):  # type: ignore[no-untyped-def]
        """In the sign-in name, the person's name, or the address."""
        from django.db.models import Q

        return queryset.filter(Q(username__icontains=value) | Q(first_name__icontains=value) | Q(email__icontains=value))


class NewPerson(forms.Form):
    """An account for a colleague."""

    username = forms.RegexField(
        r"^[\w.@+-]+\Z", label=_("Sign-in name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    name = forms.CharField(label=_("Name"), max_length=150)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("For mails, and for the city hall’s own sign-in: it opens the account with this address."),
    )
    role = forms.ChoiceField(label=_("Role"), choices=role_choices)


def everyone() -> QuerySet[User]:
    """All accounts with what a line shows, in two questions."""
    device = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    rows = User.objects.exclude(role="public").annotate(has_device=Exists(device))
    return rows.select_related("affiliation__agency", "affiliation__firm").prefetch_related("country_desks__country")


@needs(Permission.MANAGE_PEOPLE)
def listing(request: SignedInRequest) -> HttpResponse:
    """One line for each account."""
    found = PeopleFilter(request.GET, queryset=everyone())
    rows = ordered(request, found.qs, ORDERS, ("-is_active", "username"))
    return render(request, "office/people.html", {"filter": found, "page": page_of(request, rows)})


@needs(Permission.MANAGE_PEOPLE)
@recently_proved
def add(request: SignedInRequest) -> HttpResponse:
    """A new account; its one-time password is shown this once."""
    form = NewPerson(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            user, password = add_person(
                given["username"], role=ROLES[given["role"]], name=given["name"], email=given["email"], by=request.user
            )
        except PersonRefused as refused:
            return _form(request, form, refused)
        return render(request, "office/person_password.html", {"person": user, "password": password, "is_new": True})
    return _form(request, form)


def _form(request: SignedInRequest, form: NewPerson, refused: PersonRefused | None = None) -> HttpResponse:
    context = {"form": form, "findings": refused.findings if refused else (), "submission": fresh_key()}
    return render(request, "office/person_new.html", context, status=422 if request.method == "POST" else 200)
