"""What issues and ends the private links of an engagement's parties, and counts the refused ones."""

from datetime import datetime, timedelta
from typing import Final

import pghistory
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand import links
from seoulution.apps.demand.links import LinkState
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, may_work, reasoned, required
from seoulution.apps.publishing.models import LinkRefusal, PartyLink
from seoulution.apps.publishing.parties import Counterpart, of_row
from seoulution.apps.publishing.party_links import refused_link
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language
from seoulution.formats.cleaning import clean_text

MOST_DAYS: Final = 365


@transaction.atomic
def issue_party_link(
    engagement: Engagement,
    *,
    to: Counterpart,
    language: Language,
    holder: str,
    days: int,
    by: User,
    now: datetime | None = None,
) -> tuple[PartyLink, str]:
    """A new link for one holder; the holder's earlier ones end. Returns the token too: it is shown once and never stored.

    raises PermissionDenied, NotOwnFile, NotAllowed : nothing was written
    """
    required(by, Permission.SHARE_WITH_PARTIES)
    may_work(by, engagement)
    now, name = now or timezone.now(), " ".join(clean_text(holder).split())[:200]
    findings = [] if name else [Finding("sharing.no-holder")]
    if not 1 <= days <= MOST_DAYS:
        findings.append(Finding("sharing.days-out-of-range", parameters={"most": str(MOST_DAYS)}))
    if findings:
        raise NotAllowed(findings)
    token = links.new_token()
    with pghistory.context(reason="link issued", by=by.username):
        Engagement.objects.select_for_update(no_key=True).get(pk=engagement.pk)  # two links for one holder: the earlier ends
        open_links = engagement.party_links.filter(**to.columns, revoked_at=None)
        open_links.filter(holder__iexact=name).update(revoked_at=now)
        link = PartyLink.objects.create(
            engagement=engagement,
            language=language.value,
            holder=name,
            token_hash=links.token_hash(token),
            issued_at=now,
            expires_at=now + timedelta(days=days),
            issued_by=by,
            **to.columns,
        )
    return link, token


def reissue_party_link(link: PartyLink, *, by: User, now: datetime | None = None) -> tuple[PartyLink, str]:
    """The same holder, language and length again under a new token; the old one ends."""
    days = max(1, min((link.expires_at - link.issued_at).days, MOST_DAYS))
    return issue_party_link(
        link.engagement,
        to=of_row(link),
        language=Language(link.language),
        holder=link.holder,
        days=days,
        by=by,
        now=now,
    )


@transaction.atomic
def revoke_party_link(link: PartyLink, *, reason: str, by: User) -> PartyLink:
    """Ends a link at once; pages opened with it show nothing more."""
    required(by, Permission.SHARE_WITH_PARTIES)
    may_work(by, link.engagement)
    said = reasoned(reason)
    stored = PartyLink.objects.select_for_update().get(pk=link.pk)
    if stored.revoked_at is not None:
        raise AlreadyOver("the link has ended")
    with pghistory.context(reason=said, by=by.username):
        stored.revoked_at = timezone.now()
        stored.save(update_fields=["revoked_at"])
    return stored


@transaction.atomic
def note_refusal(token: str, *, address: str | None, now: datetime) -> None:
    """Counts an attempt with a link that opens nothing, by day, address and cause; the token itself is not kept."""
    state, link = refused_link(token, now=now)
    if state is LinkState.VALID:
        return
    row, made = LinkRefusal.objects.get_or_create(
        on=timezone.localdate(now), address=address, cause=state.value, link=link, defaults={"last_at": now}
    )
    if not made:
        LinkRefusal.objects.filter(pk=row.pk).update(attempts=F("attempts") + 1, last_at=now)
