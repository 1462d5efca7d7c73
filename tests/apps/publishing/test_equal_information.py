"""Evenness is read from what was shared: firms of the sector are peers, an uncertain reading of a name is nobody's."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.publishing.shared import engagement, told

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Firm
from seoulution.apps.publishing.equal_information import evenness_of, evenness_of_all, group_of
from seoulution.apps.publishing.parties import Counterpart
from seoulution.engine.engagements.codes import Recipient

pytestmark = pytest.mark.django_db


def of(code: str) -> Counterpart:
    return Counterpart(Recipient.FIRM, firm=Firm.objects.get(code=code))


def test_peers_are_the_firms_of_the_sector_whose_name_is_certain() -> None:
    for row, even in zip(
        rows := list(Engagement.objects.filter(withdrawn_on=None)[:6]), evenness_of_all(rows).values(), strict=True
    ):
        for code in even.competition.peers:
            record = Firm.objects.get(code=code).record
            assert row.sector in record.sectors and record.flagged is None


def test_findings_name_firms_and_say_who_would_still_lack_it(person: Callable[..., Any]) -> None:
    row = Engagement.objects.filter(withdrawn_on=None, sector="water")[0]
    peers = sorted(evenness_of(row).competition.peers)
    told(row, person("officer"), to=of(peers[0]), subject="Pipe survey")
    even = evenness_of(row)
    today = timezone.localdate()
    said = [finding.parameters.get("firms", "") for finding in even.findings(today, korean=False)]
    others = even.others("pipe  SURVEY", [])
    assert [firm.code for firm in others] == peers[1:]
    assert all(firm.name_en in " ".join(said) for firm in others)
    assert not even.findings_after("Pipe survey", others, today, korean=True)


def test_the_same_subject_of_two_engagements_is_two_groups(person: Callable[..., Any]) -> None:
    officer = person("officer")
    first, second = told(engagement(), officer, subject="Pipe survey"), told(engagement(1), officer, subject="pipe  survey")
    assert group_of(first)[1] == group_of(second)[1] and group_of(first) != group_of(second)


def test_reading_many_engagements_asks_the_database_no_more_than_one(django_assert_num_queries: Any) -> None:
    rows = list(Engagement.objects.filter(withdrawn_on=None)[:10])
    with django_assert_num_queries(2):
        evenness_of_all(rows)
