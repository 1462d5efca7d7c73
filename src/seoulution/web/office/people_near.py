"""Colleagues of the office while somebody types a name: who works on engagements, and who may read them."""

from typing import Final

from django.http import HttpResponse

from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.engine.engagements.codes import MemberPart
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.people_near import offered, people

WORKERS: Final = tuple(code for code, role in ROLES.items() if Permission.WORK_ENGAGEMENTS in role.permissions)
READERS: Final = tuple(code for code, role in ROLES.items() if Permission.SEE_OFFICE in role.permissions)


@needs(Permission.SEE_OFFICE)
def options(request: SignedInRequest) -> HttpResponse:
    """A list of options for the field being written in; a reader of a team need not work on engagements."""
    written = request.GET.get("user") or request.GET.get("owner", "")
    return offered(written, people(READERS if request.GET.get("part") == MemberPart.READER else WORKERS))
