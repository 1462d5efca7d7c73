"""Papers in signing, in the portal of the bureaus."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once
from seoulution.web.shared.signing import absences, pages


@needs(Permission.SEE_BUREAU_DESK)
def listing(request: SignedInRequest) -> HttpResponse:
    """What waits for my signature."""
    return pages.waiting_page(request, "bureaus")


@needs(Permission.SEE_BUREAU_DESK)
def case(request: SignedInRequest, pk: int) -> HttpResponse:
    """One paper."""
    return pages.case_page(request, pages.case_of(request, pk), "bureaus")


@needs(Permission.SEE_BUREAU_DESK)
@require_POST
@once
def sign(request: SignedInRequest, pk: int) -> HttpResponse:
    """My verdict."""
    return pages.sign_answer(request, pk, "bureaus")


@needs(Permission.SEE_BUREAU_DESK)
def attached(request: SignedInRequest, pk: int, version: int) -> HttpResponse:
    """A paper that goes with it."""
    return pages.attached_answer(request, pk, version)


@needs(Permission.SEE_BUREAU_DESK)
def minutes(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """The paper as a file."""
    return pages.minutes_answer(request, pk, name)


@needs(Permission.SEE_BUREAU_DESK)
@once
def away(request: SignedInRequest) -> HttpResponse:
    """Who signs while I am away."""
    return absences.absences_page(request, "bureaus")


@needs(Permission.SEE_BUREAU_DESK)
def signers_near(request: SignedInRequest) -> HttpResponse:
    """Names offered while one says who signs."""
    return absences.signers_near(request)


@needs(Permission.SEE_BUREAU_DESK)
@require_POST
@once
def back(request: SignedInRequest, pk: int) -> HttpResponse:
    """I am back."""
    return absences.ended(request, pk, "bureaus")
