"""What changes dossiers and promotion materials."""

from datetime import date
from typing import Any

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import Stored, names, store_records
from seoulution.apps.publishing.compose.dossier import dossier
from seoulution.apps.publishing.compose.whole_story import Addresses
from seoulution.apps.publishing.gather import case_of_request
from seoulution.apps.publishing.inputs import inputs_hash
from seoulution.apps.publishing.models import Dossier, PromotionChannel, PromotionMaterial, Sending
from seoulution.apps.publishing.papers import Wanted, digest_of, paper_of, refusals
from seoulution.engine.catalogue.sent_claims import day_finding
from seoulution.engine.dossier.own_words import paper_findings
from seoulution.engine.findings import blocking
from seoulution.engine.vocabulary import Language
from seoulution.formats.cleaning import clean_text
from seoulution.formats.json import document_value
from seoulution.formats.json_reader import document_from
from seoulution.language.wording import wording_rules
from seoulution.reference.load import Reference
from seoulution.reference.schema import network


@transaction.atomic
def build_dossier(request: SharingRequest, *, language: Language, by: User | None) -> Dossier:
    """Computes the dossier from live records and keeps it with the hash of its inputs; earlier ones stay readable."""
    now = timezone.now()
    document = dossier(case_of_request(request, today=timezone.localdate(), now=now), language)
    with pghistory.context(reason="dossier built", by=by.username if by else "system"):
        return Dossier.objects.create(
            sharing_request=request,
            language=language.value,
            document=document_value(document),
            inputs_hash=inputs_hash(request),
            built_by=by,
        )


@transaction.atomic
def share_dossier(dossier: Dossier, *, by: User, wording_reason: str = "") -> Dossier:
    """Lets the city read this build of the dossier in its file.

    raises Refused : its own words hold one that is not used toward cities, and no reason lets it through
    """
    reason = clean_text(wording_reason).strip()
    refused = blocking(paper_findings(document_from(dossier.document), wording_rules()))
    if refused and not reason:
        raise Refused(refused)
    with pghistory.context(reason="dossier shared with the city", by=by.username):
        dossier.shared_with_city_at = timezone.now()
        dossier.wording_reason = reason if refused else ""
        dossier.save(update_fields=["shared_with_city_at", "wording_reason"])
    return dossier


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
    if not by.may(Permission.SEND_MATERIALS):
        raise PermissionDenied(Permission.SEND_MATERIALS)
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
    if not by.may(Permission.SEND_MATERIALS):
        raise PermissionDenied(Permission.SEND_MATERIALS)
    reason = "recipient told that the paper is out of date" if told else "recipient not told after all"
    with pghistory.context(reason=reason, by=by.username):
        sending.recalled_at = timezone.now() if told else None
        sending.save(update_fields=["recalled_at"])
    return sending


def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """Promotion materials and the channels they go through."""
    agency = {row.code: row for row in Agency.objects.all()}
    return {
        "materials": store_records(
            PromotionMaterial, reference.of(network.PromotionMaterial), lambda r: _named(r.code, r.name), today=today
        ),
        "channels": store_records(
            PromotionChannel,
            reference.of(network.PromotionChannel),
            lambda r: {**_named(r.code, r.name), "agency": agency[r.agency]},
            today=today,
        ),
    }


def _named(code: str, name: Any) -> dict[str, Any]:
    return {"code": code, **names(name)}
