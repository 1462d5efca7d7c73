"""Papers in signing, in the office."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.web.office.drafts import signing_page
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once
from seoulution.web.shared.signing import absences, pages


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponse:
    """What waits for my signature."""
    return pages.waiting_page(request, "office")


@needs(Permission.SEE_OFFICE)
def case(request: SignedInRequest, pk: int) -> HttpResponse:
    """One paper."""
    return signing_page(request, pages.case_of(request, pk))


@needs(Permission.SIGN_PAPERS)
@require_POST
@once
def sign(request: SignedInRequest, pk: int) -> HttpResponse:
    """My verdict."""
    return pages.sign_answer(request, pk, "office")


@needs(Permission.SEE_OFFICE)
def attached(request: SignedInRequest, pk: int, version: int) -> HttpResponse:
    """A paper that goes with it."""
    return pages.attached_answer(request, pk, version)


@needs(Permission.SEE_OFFICE)
def minutes(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """The paper as a file."""
    return pages.minutes_answer(request, pk, name)


@needs(Permission.SIGN_PAPERS)
@once
def away(request: SignedInRequest) -> HttpResponse:
    """Who signs while I am away; a manager says it for others too."""
    return absences.absences_page(request, "office")


@needs(Permission.SIGN_PAPERS)
def signers_near(request: SignedInRequest) -> HttpResponse:
    """Names offered while one says who signs."""
    return absences.signers_near(request)


@needs(Permission.SIGN_PAPERS)
@require_POST
@once
def back(request: SignedInRequest, pk: int) -> HttpResponse:
    """I am back."""
    return absences.ended(request, pk, "office")
