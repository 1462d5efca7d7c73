"""Where a claim is used: in texts and versions of its solution, in dossiers that were built, in papers that were sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from seoulution.apps.catalogue.models import Claim, SolutionVersion, Translation
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.models import Dossier, PaperKind, Sending
from seoulution.engine.catalogue.claims import ClaimKind
from seoulution.engine.catalogue.references import references
from seoulution.reference.schema import catalogue

MOST = 50
"""Of each kind; the newest first."""


@dataclass(frozen=True, slots=True)
class VersionUse:
    number: int
    published_at: datetime


@dataclass(frozen=True, slots=True)
class DossierUse:
    """A built dossier, and how the claim reads in it."""

    pk: int
    request: str
    language: str
    built_at: datetime
    reads: str


@dataclass(frozen=True, slots=True)
class SendingUse:
    """A paper that left the house, and how the claim reads in it."""

    pk: int
    kind: str
    recipient: str
    language: str
    sent_on: date
    reads: str


@dataclass(frozen=True, slots=True)
class ClaimUses:
    """paths : texts that refer to it, as the template names them; languages : translations that do."""

    paths: tuple[str, ...]
    languages: tuple[str, ...]
    versions: Sequence[VersionUse]
    dossiers: Sequence[DossierUse]
    sendings: Sequence[SendingUse]


def uses_of(claim: Claim) -> ClaimUses:
    """Everything on record that shows the claim; its row on the solution's own page goes without saying."""
    key = f"{claim.solution.code}/{claim.code}"
    return ClaimUses(_paths(claim), _languages(claim), _versions(claim), _dossiers(key), _sendings(key))


def _paths(claim: Claim) -> tuple[str, ...]:
    record: catalogue.PolicySolution = claim.solution.manuscript
    return tuple(
        path
        for path, words in record.texts()
        if any(found.claim == claim.code for text in (words.ko, words.en) for found in references(text))
    )


def _languages(claim: Claim) -> tuple[str, ...]:
    texts = Translation.objects.filter(solution=claim.solution, text__contains=f"](claim:{claim.code})")
    return tuple(texts.order_by("language").values_list("language", flat=True).distinct())


def _versions(claim: Claim) -> list[VersionUse]:
    rows = SolutionVersion.objects.filter(solution=claim.solution)
    if claim.kind == ClaimKind.FIGURE:
        told = rows.filter(data__claims__contains=[{"code": claim.code}]).values_list("number", "published_at")
        return [VersionUse(*row) for row in told[:MOST]]
    part, number = f"data__{claim.kind}s", int(claim.code.rpartition("-")[2])
    listed = rows.values_list("number", "published_at", part)[:MOST]
    return [VersionUse(version, at) for version, at, entries in listed if len(entries or ()) >= number]


def _dossiers(key: str) -> list[DossierUse]:
    rows = Dossier.objects.filter(document__claims__contains=[{"claim": key}])
    found = rows.values_list("pk", "sharing_request__code", "language", "built_at", "document__claims")[:MOST]
    return [
        DossierUse(pk, request, language, built_at, next(each["reads"] for each in claims if each["claim"] == key))
        for pk, request, language, built_at, claims in found
    ]


def _sendings(key: str) -> list[SendingUse]:
    rows = Sending.objects.filter(claims__has_key=key)[:MOST]
    return [
        SendingUse(row.pk, label(PaperKind, row.kind), row.recipient, row.language, row.sent_on, row.claims[key])
        for row in rows
    ]
