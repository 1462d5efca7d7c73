"""Who got what when, over all engagements: read from what was shared, and judged by the engine for evenness."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Firm
from seoulution.apps.publishing.models import SharedItem
from seoulution.engine.engagements.codes import Recipient
from seoulution.engine.engagements.evenness import Competition, Giving, peers_without, same_subject, uneven, uneven_after
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Activity, Stage


@dataclass(frozen=True, slots=True)
class Evenness:
    """What one engagement gave to firms, and the firms of its sector."""

    givings: tuple[Giving, ...]
    competition: Competition
    firms: dict[str, Firm]
    subjects: dict[str, str]
    """Each subject as it was first written."""

    def findings(self, today: date, *, korean: bool) -> tuple[Finding, ...]:
        """What is uneven today, with firms by name."""
        return tuple(self._named(finding, korean) for finding in uneven(self.givings, self.competition, today))

    def findings_after(self, subject: str, to: Iterable[Firm], today: date, *, korean: bool) -> tuple[Finding, ...]:
        """What would be uneven once these firms were given something about the subject."""
        codes = frozenset(firm.code for firm in to)
        found = uneven_after(self.givings, subject, codes, self.competition, today)
        return tuple(self._named(finding, korean) for finding in found)

    def others(self, subject: str, to: Iterable[Firm]) -> list[Firm]:
        """Firms of the sector that would still not have it."""
        codes = peers_without(self.givings, subject, frozenset(firm.code for firm in to), self.competition)
        return [self.firms[code] for code in sorted(codes)]

    def _named(self, finding: Finding, korean: bool) -> Finding:
        names = {code: firm.name_ko if korean else firm.name_en for code, firm in self.firms.items()}
        told = {**finding.parameters, "about": self.subjects.get(finding.subject, finding.subject)}
        for name in ("firm", "firms"):
            if name in told:
                told[name] = ", ".join(names.get(code, code) for code in told[name].split(", "))
        return replace(finding, parameters=told)


def evenness_of(engagement: Engagement) -> Evenness:
    """The one engagement, with the firms that the programme knows in its sector."""
    return evenness_of_all([engagement])[engagement.pk]


def evenness_of_all(engagements: Iterable[Engagement]) -> dict[int, Evenness]:
    """Each engagement's, in two queries however many there are. An uncertain reading of a firm's name is nobody's peer."""
    listed = list(engagements)
    firms = list(Firm.objects.filter(withdrawn_on=None))
    peers = {firm.code: firm for firm in firms if firm.record.flagged is None}
    givings: dict[int, list[Giving]] = {row.pk: [] for row in listed}
    given: dict[int, dict[str, Firm]] = {row.pk: {} for row in listed}
    written: dict[int, dict[str, str]] = {row.pk: {} for row in listed}
    for item in SharedItem.objects.filter(engagement__in=listed, recipient=Recipient.FIRM).select_related("firm"):
        if item.firm is not None:
            givings[item.engagement_id].append(Giving(item.firm.code, item.subject, timezone.localdate(item.shared_at)))
            given[item.engagement_id][item.firm.code] = item.firm
            written[item.engagement_id][same_subject(item.subject)] = item.subject
    found = {}
    for row in listed:
        of_sector = {code: firm for code, firm in peers.items() if row.sector in firm.record.sectors}
        competition = Competition(frozenset(of_sector), Stage(row.stage), Activity(row.activity))
        found[row.pk] = Evenness(tuple(givings[row.pk]), competition, of_sector | given[row.pk], written[row.pk])
    return found


def group_of(item: SharedItem) -> tuple[str, str]:
    """What the log groups by: the same subject of the same engagement."""
    return item.engagement.code, same_subject(item.subject)
