"""What a person kept of a list, read."""

from typing import Final, NamedTuple

from seoulution.apps.accounts.models import SavedView, User
from seoulution.apps.prepared import A_KEY, Prepared


class KeptView(NamedTuple):
    """query : what its address asks for; pk : by which it is renamed or deleted"""

    pk: int
    name: str
    query: str


_OF: Final = Prepared(
    lambda user, page: SavedView.objects.filter(user=user, page=page).values_list("pk", "name", "query"),
    user=A_KEY,
    page="no page has this name",
)


def saved_by(user: User, page: str) -> list[KeptView]:
    """A person's views of a page, in the order of their names."""
    return [KeptView(*row) for row in _OF(user=user.pk, page=page)]
