"""People of the ranks of a city hall, as the tests of papers and decisions need them, and a paper on file."""

from collections.abc import Callable
from typing import Any, Final

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import DocumentVersion, Engagement
from seoulution.apps.engagements.services.papers import add_paper
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate
from seoulution.engine.engagements.codes import Rank
from seoulution.engine.engagements.facts import Document

CODE: Final = "metro-manila-transport-advice"
LETTER: Final = b"The city of Manila asks for advice on its buses.\n"


def ranked(person: Callable[..., Any], rank: Rank, *, role: str = "officer", name: str = "") -> User:
    """An account that signs at a rank, in the city hall."""
    user: User = person(role, name=name or rank.value)
    affiliate(user, agency=Agency.objects.get(code="seoul"), rank=rank)
    return user


def engagement() -> Engagement:
    return Engagement.objects.get(code=CODE)


def letter(by: User, *, kind: Document | None = Document.PARTNER_LETTER, **more: Any) -> DocumentVersion:
    """A letter of the partner city, as text."""
    given = {"title": "Letter of MMDA", "name": "letter.txt", "data": LETTER, "kind": kind, "by": by, **more}
    return add_paper(engagement(), **given)
