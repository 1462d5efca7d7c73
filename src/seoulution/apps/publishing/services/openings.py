"""What records that a shared thing was read."""

from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.demand.models import StatusLink
from seoulution.apps.publishing.models import Opening, PartyLink, SharedItem
from seoulution.apps.publishing.parties import of_row


@transaction.atomic
def record_opening(
    item: SharedItem, *, link: PartyLink | None = None, status_link: StatusLink | None = None, user: User | None = None
) -> Opening:
    """One reading more: by an engagement's link, a request's, or an account. Who shared it is told of the first."""
    opening = Opening.objects.create(item=item, link=link, status_link=status_link, user=user)
    if item.shared_by is not None:
        body = of_row(item).record(item.engagement)
        tell(
            item.shared_by,
            kind="shared-item-opened",
            key=f"shared-item-opened:{item.pk}",
            about="engagement",
            about_code=item.engagement.code,
            path=f"/office/engagements/{item.engagement.code}/sharing/",
            why="sharer",
            subject=item.subject,
            party=body.name_en,
            party_ko=body.name_ko,
        )
    return opening
