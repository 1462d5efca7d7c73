"""The way to a claim for whoever may see the register, and the public's way to doubt one."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.publishing.quoting import Quote
from seoulution.engine.findings import Finding

DESKS: Final = ((Permission.SEE_OFFICE, "office:claim"), (Permission.SEE_BUREAU_DESK, "bureaus:claim"))


def claim_address(user: User | AnonymousUser, key: str) -> str:
    """The page of `<solution>/<claim>` for this reader; empty for one who has no desk here."""
    solution, _slash, code = key.partition("/")
    if isinstance(user, User):
        for permission, name in DESKS:
            if user.may(permission):
                return reverse(name, args=(solution, code))
    return ""


def with_ways(findings: Iterable[Finding], user: User | AnonymousUser) -> list[tuple[Finding, str]]:
    """Each finding with the page where it can be settled."""
    return [(finding, claim_address(user, finding.parameters.get("claim", ""))) for finding in findings]


def doubt_address(quote: Quote, solution: str) -> str:
    """The public request form with the claim named; `solution` is its name as the reader reads it."""
    words = {"claim": quote.title, "solution": solution, "key": quote.key}
    text = _("I doubt “%(claim)s” in “%(solution)s” (%(key)s), because ") % words
    return f"{reverse('public:ask')}?{urlencode({'text': text})}"
