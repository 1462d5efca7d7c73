"""One person's account: role, body and rank, address, closing, a new one-time password, a lost device."""

from collections.abc import Callable, Mapping
from typing import Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.names import name_of
from seoulution.apps.accounts.rights import PersonRefused
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.apps.accounts.services import people_office as office
from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.network.services import say_affiliation
from seoulution.engine.engagements.codes import Rank
from seoulution.engine.findings import Finding
from seoulution.web.office.history import events_of
from seoulution.web.office.people import everyone, role_choices
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.signing_in.proof import keep_this_session, recently_proved


@needs(Permission.MANAGE_PEOPLE)
def page(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the account may and what happened to it."""
    return _page(request, get_object_or_404(everyone(), pk=pk))


def _page(request: SignedInRequest, person: User, findings: tuple[Finding, ...] = ()) -> HttpResponse:
    affiliation = getattr(person, "affiliation", None)
    body = affiliation.agency or affiliation.firm if affiliation else None
    context = {
        "person": person,
        "findings": findings,
        "roles": role_choices(),
        "ranks": list(Rank),
        "bodies": _bodies(),
        "body": body.code if body else "",
        "rank": affiliation.rank if affiliation else "",
        "is_own": person.pk == request.user.pk,
        "history": events_of("accounts.UserEvent", Q(pgh_obj_id=person.pk), ("role", "is_active", "email"), name_of(person)),
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "office/person.html", context, status=422 if findings else 200)


def _bodies() -> list[Agency | Firm]:
    return [
        *Agency.objects.filter(withdrawn_on=None).defer("data").order_by("name_ko"),
        *Firm.objects.filter(withdrawn_on=None).defer("data").order_by("name_ko"),
    ]


@needs(Permission.MANAGE_PEOPLE)
@require_POST
@recently_proved
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """One change of one account, with its reason. Everything that ends sessions does so at once."""
    person, verb = get_object_or_404(everyone(), pk=pk), _VERBS.get(request.POST.get("change", ""))
    if verb is None:
        raise Http404
    try:
        answer = verb(request, person)
    except PersonRefused as refused:
        return _page(request, person, refused.findings)
    return answer or redirect("office:person", pk=pk)


def _reason(request: SignedInRequest) -> str:
    return request.POST.get("reason", "")[:500]


def _role(request: SignedInRequest, person: User) -> None:
    role = ROLES.get(request.POST.get("role", ""), ROLES["public"])
    if office.give_role(person, role=role, reason=_reason(request), by=request.user):
        messages.success(request, _("The role is changed. All sessions of the person ended."))


def _body(request: SignedInRequest, person: User) -> None:
    code, rank = request.POST.get("body", "")[:120], request.POST.get("rank", "")
    agency, firm = Agency.objects.filter(code=code).first(), Firm.objects.filter(code=code).first()
    known = rank if rank in {one.value for one in Rank} else ""
    say_affiliation(person, agency=agency, firm=None if agency else firm, rank=known, by=request.user)
    if person.pk != request.user.pk:
        messages.success(request, _("Body and rank are kept. All sessions of the person ended."))
        return
    keep_this_session(request, person)
    messages.success(request, _("Body and rank are kept. Your other devices were signed out."))


def _address(request: SignedInRequest, person: User) -> None:
    address = request.POST.get("email", "").strip()[:254]
    try:
        if address:
            validate_email(address)
    except ValidationError:
        raise PersonRefused([Finding("access.no-address", subject=address)]) from None
    office.set_address(person, address, by=request.user)
    messages.success(request, _("The address is kept."))


def _close(request: SignedInRequest, person: User) -> None:
    office.set_active(person, active=False, reason=_reason(request), by=request.user)
    messages.success(request, _("The account is closed. All sessions of the person ended."))


def _open(request: SignedInRequest, person: User) -> None:
    office.set_active(person, active=True, reason=_reason(request), by=request.user)
    messages.success(request, _("The account is open again."))


def _password(request: SignedInRequest, person: User) -> HttpResponse:
    password = office.give_one_time_password(person, reason=_reason(request), by=request.user)
    return render(request, "office/person_password.html", {"person": person, "password": password})


def _device(request: SignedInRequest, person: User) -> None:
    office.take_second_factor(person, reason=_reason(request), by=request.user)
    messages.success(request, _("The second factor is gone. The person sets up a new one at the next sign-in."))


_VERBS: Final[Mapping[str, Callable[[SignedInRequest, User], HttpResponse | None]]] = {
    "role": _role,
    "body": _body,
    "address": _address,
    "close": _close,
    "open": _open,
    "password": _password,
    "device": _device,
}
