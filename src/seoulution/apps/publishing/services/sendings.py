"""What records that a paper left the house, and that its recipient was told when it went out of date."""

from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.rights import required
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.publishing.compose.whole_story import Addresses
from seoulution.apps.publishing.models import PromotionChannel, Sending
from seoulution.apps.publishing.papers import Wanted, digest_of, paper_of, refusals
from seoulution.engine.catalogue.sent_claims import day_finding
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def record_sending(
    wanted: Wanted,
    addresses: Addresses,
    *,
    format: str,
    channel: PromotionChannel | None,
    recipient: str,
    sent_on: date,
    note: str = "",
    by: User,
) -> Sending:
    """Keeps what left the house, with the claims of the very document as they read; one that may not be printed is not sent.

    raises Refused : it quotes an expired claim, or the day is still to come; NothingToPrint : there is no such paper
    """
    required(by, Permission.SEND_MATERIALS)
    now = timezone.now()
    document = paper_of(wanted, addresses, now=now)
    today = timezone.localdate(now)
    findings = [*refusals(document, today), day_finding(sent_on, today)]
    if stops := [finding for finding in findings if finding is not None]:
        raise Refused(stops)
    with pghistory.context(reason="paper sent", by=by.username):
        return Sending.objects.create(
            kind=wanted.kind,
            solution=wanted.solution,
            sector=wanted.sector or "",
            city=wanted.city,
            language=wanted.language,
            format=format,
            channel=channel,
            recipient=clean_text(recipient).strip(),
            sent_on=sent_on,
            note=clean_text(note).strip(),
            claims=dict(document.claims),
            document_digest=digest_of(document),
            sent_by=by,
        )


@transaction.atomic
def tell_recipient(sending: Sending, *, by: User, told: bool = True) -> Sending:
    """Notes that the recipient was told that the paper is out of date; with `told` False the note is taken back."""
    required(by, Permission.SEND_MATERIALS)
    reason = "recipient told that the paper is out of date" if told else "recipient not told after all"
    with pghistory.context(reason=reason, by=by.username):
        sending.recalled_at = timezone.now() if told else None
        sending.save(update_fields=["recalled_at"])
    return sending
