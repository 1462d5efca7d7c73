"""What shares a paper, a dossier, an edition or a piece of information of an engagement, and ends that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.engagements.models import DocumentVersion, Engagement
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, may_work, reasoned, required
from seoulution.apps.publishing.models import Dossier, SharedItem
from seoulution.apps.publishing.parties import Counterpart
from seoulution.engine.demand.wording import Audience, findings_in_any_language
from seoulution.engine.dossier.own_words import paper_findings
from seoulution.engine.engagements.codes import Recipient, SharedKind
from seoulution.engine.findings import Finding, blocking
from seoulution.formats.cleaning import clean_text
from seoulution.formats.json_reader import document_from
from seoulution.language.wording import wording_rules


@dataclass(frozen=True, slots=True)
class Thing:
    """What is shared: exactly what its kind names."""

    kind: SharedKind
    document_version: DocumentVersion | None = None
    dossier: Dossier | None = None
    solution: PolicySolution | None = None
    text: str = ""


@transaction.atomic
def share(
    engagement: Engagement,
    thing: Thing,
    *,
    to: Sequence[Counterpart],
    subject: str,
    reason: str,
    by: User,
    wording_reason: str = "",
) -> list[SharedItem]:
    """Lets each of `to` read it from now on: all of them in one step, or none.

    subject : what it is about, the same words for everybody; wording_reason : why a word not used toward cities may pass
    raises PermissionDenied, NotOwnFile, NotAllowed : nothing was written
    """
    required(by, Permission.SHARE_WITH_PARTIES)
    may_work(by, engagement)
    Engagement.objects.select_for_update(no_key=True).get(pk=engagement.pk)  # two who share the same: the second is told
    about, why, allowed = _line(subject), clean_text(reason).strip(), clean_text(wording_reason).strip()
    text = clean_text(thing.text).strip() if thing.kind is SharedKind.INFORMATION else ""
    worded = _wording(about, text, thing) if any(each.recipient is Recipient.CITY for each in to) else ()
    findings = [*_missing(about, why, to), *_unfit(engagement, thing, text), *_twice(engagement, thing, about, to)]
    if worded and not allowed:
        findings += worded
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason=why, by=by.username):
        return [
            SharedItem.objects.create(
                engagement=engagement,
                kind=thing.kind.value,
                subject=about,
                text=text,
                document_version=thing.document_version if thing.kind is SharedKind.DOCUMENT else None,
                dossier=thing.dossier if thing.kind is SharedKind.DOSSIER else None,
                solution=thing.solution if thing.kind is SharedKind.EDITION else None,
                reason=why,
                wording_reason=allowed if worded and each.recipient is Recipient.CITY else "",
                shared_by=by,
                **each.columns,
            )
            for each in to
        ]


@transaction.atomic
def end_sharing(item: SharedItem, *, reason: str, by: User) -> SharedItem:
    """The party can no longer open it; that it was given stays on record. What it already copied stays with it."""
    required(by, Permission.SHARE_WITH_PARTIES)
    may_work(by, item.engagement)
    said = reasoned(reason)
    stored = SharedItem.objects.select_for_update().get(pk=item.pk)
    if stored.ended_at is not None:
        raise AlreadyOver("the sharing has ended")
    with pghistory.context(reason=said, by=by.username):
        stored.ended_at, stored.ended_reason = timezone.now(), said
        stored.save(update_fields=["ended_at", "ended_reason"])
    return stored


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())[:200]


def _missing(subject: str, reason: str, to: Sequence[Counterpart]) -> Iterator[Finding]:
    if not subject:
        yield Finding("sharing.no-subject")
    if not reason:
        yield Finding("sharing.no-reason")
    if not to:
        yield Finding("sharing.nobody")


def _unfit(engagement: Engagement, thing: Thing, text: str) -> Iterator[Finding]:
    """Only what is this engagement's own, and may be read, can be shared."""
    match thing.kind:
        case SharedKind.DOCUMENT:
            paper = thing.document_version.document if thing.document_version else None
            if paper is None or paper.engagement_id != engagement.pk or paper.withdrawn_at is not None:
                yield Finding("sharing.nothing-chosen")
            elif paper.is_sensitive:
                yield Finding("sharing.sensitive-paper")
        case SharedKind.DOSSIER:
            request = engagement.sharing_request_id
            if thing.dossier is None or request is None or thing.dossier.sharing_request_id != request:
                yield Finding("sharing.nothing-chosen")
        case SharedKind.EDITION:
            code = thing.solution.code if thing.solution else ""
            if not PolicySolution.objects.readable().filter(code=code).exists():
                yield Finding("sharing.nothing-chosen")
        case SharedKind.INFORMATION:
            if not text:
                yield Finding("sharing.nothing-chosen")


def _twice(engagement: Engagement, thing: Thing, subject: str, to: Sequence[Counterpart]) -> Iterator[Finding]:
    """Nobody is given the same thing a second time while the first still stands."""
    same = engagement.shared_items.filter(kind=thing.kind.value, ended_at=None)
    match thing.kind:
        case SharedKind.DOCUMENT:
            same = same.filter(document_version=thing.document_version)
        case SharedKind.DOSSIER:
            same = same.filter(dossier=thing.dossier)
        case SharedKind.EDITION:
            same = same.filter(solution=thing.solution)
        case SharedKind.INFORMATION:
            same = same.filter(subject=subject, text=clean_text(thing.text).strip())
    for each in to:
        if same.filter(**each.columns).exists():
            yield Finding("sharing.already-shared", subject=each.key, parameters={"party": each.record(engagement).name_en})


def _wording(subject: str, text: str, thing: Thing) -> tuple[Finding, ...]:
    """Words of ours that are not used toward a city; a file's own text is looked at when it is made, not here."""
    rules = wording_rules()
    own = findings_in_any_language(f"{subject}\n{text}", Audience.CITY, rules)
    paper = paper_findings(document_from(thing.dossier.document), rules) if thing.dossier is not None else ()
    return blocking((*own, *paper))
