"""What a piece of daily work is about: an engagement, or a request that has none yet, and who may change it."""

from typing import TypeAlias

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Contact, Engagement, Promise, Referral, Task
from seoulution.apps.engagements.services.rights import NotAllowed, may_work, required
from seoulution.engine.findings import Finding

About: TypeAlias = Engagement | SharingRequest
Work: TypeAlias = Contact | Promise | Referral | Task


def may_work_about(by: User, about: About) -> None:
    """An engagement is changed by its own people, what hangs on a request alone by whoever works requests.

    raises PermissionDenied, NotOwnFile
    """
    if isinstance(about, Engagement):
        may_work(by, about)
    else:
        required(by, Permission.WORK_REQUESTS)


def may_work_on(by: User, work: Work) -> None:
    """The same for a record that is already there; what is about a city alone belongs to all who work on engagements."""
    if work.engagement is not None:
        may_work(by, work.engagement)
    elif work.sharing_request is not None:
        required(by, Permission.WORK_REQUESTS)
    else:
        required(by, Permission.WORK_ENGAGEMENTS)


def unseen_findings(person: User | None, about: About | None) -> list[Finding]:
    """Nobody is given work in a file that does not exist for them: they could neither read nor do it."""
    if person is None or not isinstance(about, Engagement) or visible_to(person).filter(pk=about.pk).exists():
        return []
    return [Finding("access.cannot-see-file", parameters={"who": person.username})]


def columns(about: About) -> dict[str, About]:
    """The column that holds it: an engagement's own request is found through the engagement."""
    return {"engagement": about} if isinstance(about, Engagement) else {"sharing_request": about}


def refuse(findings: list[Finding]) -> None:
    """All at once, or nothing.

    raises NotAllowed
    """
    if findings:
        raise NotAllowed(findings)
