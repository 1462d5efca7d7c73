"""Where a piece of daily work is read: the paths that notices lead to. A test proves that each of them opens."""

from seoulution.apps.engagements.models import Contact, Promise, Referral, Task

REFERRALS: str = "/bureau/referrals/"
"""The bureaus' page of what was referred to them."""


def legal_draft(pk: int) -> str:
    """The page of a draft of a legal rule."""
    return f"/office/legal/drafts/{pk}/"


def engagement_page(code: str) -> str:
    """An engagement's first page."""
    return f"/office/engagements/{code}/"


def engagement_work(code: str) -> str:
    """An engagement's page of contacts, promises, tasks and referrals."""
    return f"/office/engagements/{code}/daily/"


def engagement_aftercare(code: str) -> str:
    """An engagement's page of what is looked after once it is handed over."""
    return f"/office/engagements/{code}/aftercare/"


def request_work(code: str) -> str:
    """A request's page."""
    return f"/office/requests/{code}/"


def file_path(work: Contact | Promise | Referral | Task, part: str = "") -> str:
    """The page of the file it belongs to, at its part; what is about a city alone is on the list of the day."""
    anchor = f"#{part}" if part else ""
    if work.engagement is not None:
        return engagement_work(work.engagement.code) + anchor
    if work.sharing_request is not None:
        return request_work(work.sharing_request.code) + anchor
    return "/office/"
