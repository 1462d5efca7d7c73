"""What was sent, and what of it is no longer true: read from the claims kept with each sending and the register of today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import override

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.models import Sending
from seoulution.apps.publishing.quoting import Quote, Register
from seoulution.engine.catalogue.sent_claims import SentClaim, sent_claim


@dataclass(frozen=True, slots=True)
class ClaimThen:
    """A claim of a paper: how it read, how it reads today, and what became of it. `quote` is None where it is gone."""

    key: str
    then: str
    now: str | None
    state: SentClaim
    quote: Quote | None


class Today:
    """The register as of a day; claims of a language are read once, however many papers are held against them."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._quotes: dict[str, dict[str, Quote]] = {}

    def read(self, sendings: Iterable[Sending]) -> None:
        """Reads the claims of all their solutions at once."""
        codes: dict[str, set[str]] = {}
        for sending in sendings:
            codes.setdefault(sending.language, set())
            codes[sending.language] |= {key.partition("/")[0] for key in sending.claims}
        for language, wanted in codes.items():
            known = self._quotes.setdefault(language, {})
            missing = wanted - {key.partition("/")[0] for key in known}
            rows = PolicySolution.objects.filter(code__in=missing).select_related("owner")
            register = Register(self.today, rows)
            known |= {quote.key: quote for row in rows for quote in register.of(row).values()}

    def claims_of(self, sending: Sending) -> tuple[ClaimThen, ...]:
        """Every claim of the paper, worst first, in the language it was sent in."""
        self.read((sending,))
        quotes = self._quotes[sending.language]
        with override(sending.language):
            found = [_then(key, then, quotes.get(key)) for key, then in sending.claims.items()]
        order = list(SentClaim)
        return tuple(sorted(found, key=lambda claim: order.index(claim.state)))

    def stale(self, sending: Sending) -> tuple[ClaimThen, ...]:
        """What its recipient should be told."""
        return tuple(claim for claim in self.claims_of(sending) if claim.state.stale)


def _then(key: str, then: str, quote: Quote | None) -> ClaimThen:
    now = quote.reading if quote else None
    return ClaimThen(key, then, now, sent_claim(then, now, quote.state if quote else None), quote)


def stale_sendings(today: date, rows: QuerySet[Sending] | None = None) -> QuerySet[Sending]:
    """Those whose paper says something that is changed, in doubt, expired or gone; each paper is judged once, however often sent."""
    among = Sending.objects.all() if rows is None else rows
    papers = list(
        Sending.objects.order_by("document_digest").distinct("document_digest").only("language", "claims", "document_digest")
    )
    register = Today(today)
    register.read(papers)
    return among.filter(document_digest__in=[paper.document_digest for paper in papers if register.stale(paper)])


def untold(today: date) -> QuerySet[Sending]:
    """Stale papers out there whose recipients have not been told."""
    return stale_sendings(today).filter(recalled_at=None)
