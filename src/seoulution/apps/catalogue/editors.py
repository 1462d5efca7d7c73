"""Which part a person has in the editorial life of one solution."""

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Affiliation
from seoulution.engine.catalogue.editorial import EditorialPart


def works_for(user: User) -> int | None:
    """The agency a person works for, by primary key."""
    return Affiliation.objects.filter(user_id=user.pk).values_list("agency_id", flat=True).first()


def may_answer_for(user: User, solution: PolicySolution) -> bool:
    """Whether the person speaks for the solution's owner: its own bureau, or the programme."""
    if user.may(Permission.PUBLISH_SOLUTIONS):
        return True
    return user.may(Permission.EDIT_OWN_SOLUTIONS) and works_for(user) == solution.owner_id


def parts_of(user: User, solution: PolicySolution) -> frozenset[EditorialPart]:
    """What the person may do for this solution; empty for anybody outside."""
    parts: set[EditorialPart] = set()
    if may_answer_for(user, solution):
        parts |= {EditorialPart.WRITER, EditorialPart.BUREAU_REVIEWER}
    if user.may(Permission.REVIEW_FOR_RECEIVERS):
        parts.add(EditorialPart.RECEIVER_REVIEWER)
    if user.may(Permission.PUBLISH_SOLUTIONS):
        parts.add(EditorialPart.PROGRAMME)
    return frozenset(parts)
