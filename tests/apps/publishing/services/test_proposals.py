"""What a party says changes nothing by itself: a person takes it up or sets it aside with a reason."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation
from tests.apps.publishing.shared import engagement, firm, link_for

from seoulution.apps.cities.models import Observation
from seoulution.apps.cities.services import take_out_figure
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.engagements.models import Confirmation
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.apps.publishing.models import Proposal
from seoulution.apps.publishing.notice_texts import notice_sentence
from seoulution.apps.publishing.parties import CITY
from seoulution.apps.publishing.services.proposals import Said, Sender, put_back, receive, set_aside, take_up
from seoulution.engine.engagements.codes import ProposalKind

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]
FIGURE = Said(
    ProposalKind.FIGURE, "", "population", {"value": "1234.567", "year": "2020", "source": "Census 2020, statistics office"}
)


def said(row: Any, what: Said, party: Any = CITY, **how: Any) -> Proposal:
    return receive(row, what, sender=Sender(party, **how))


def test_a_figure_changes_nothing_until_it_is_taken_up_with_the_city_as_its_source(person: Person) -> None:
    row, before = engagement(), Observation.objects.count()
    proposal = said(row, FIGURE)
    assert Observation.objects.count() == before and proposal.state == "waiting"
    take_up(proposal, reason="matches the census", by=person("manager"), today=timezone.localdate())
    figure = Observation.objects.order_by("-pk")[0]
    assert (figure.city, figure.value, figure.year) == (row.city, Decimal("1234.567"), 2020)
    assert "by its own file" in figure.source.title and "Census 2020" in figure.source.title
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decision_reason) == ("accepted", "matches the census")


def test_a_figure_taken_up_is_undone_whole_and_can_be_taken_up_again(person: Person) -> None:
    manager, before = person("manager"), Observation.objects.count()
    proposal = said(engagement(), FIGURE)
    for _ in range(2):
        take_up(proposal, reason="", by=manager, today=timezone.localdate())
        assert Observation.objects.count() == before + 1
        assert put_back(proposal, by=manager).state == "waiting"
        assert Observation.objects.count() == before
    with pytest.raises(AlreadyOver):
        put_back(proposal, by=manager)


def test_who_may_not_correct_figures_undoes_none(person: Person) -> None:
    proposal = said(engagement(), FIGURE)
    take_up(proposal, reason="", by=person("manager"), today=timezone.localdate())
    with pytest.raises(PermissionDenied):
        put_back(proposal, by=person("officer"))
    proposal.refresh_from_db()
    assert proposal.state == "accepted" and proposal.observation is not None


def test_an_undo_never_takes_out_a_figure_that_ships(person: Person) -> None:
    shipped = Observation.objects.exclude(source__code__startswith="added-")[0]
    take_out_figure(shipped, by=person("manager"))
    assert Observation.objects.filter(pk=shipped.pk).exists()


def test_who_may_not_correct_figures_does_not_take_one_up(person: Person) -> None:
    proposal = said(engagement(), FIGURE)
    with pytest.raises(PermissionDenied):
        take_up(proposal, reason="", by=person("officer"), today=timezone.localdate())
    proposal.refresh_from_db()
    assert proposal.state == "waiting"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"value": "many", "year": "2020", "source": "x"}, "sharing.figure-no-number"),
        ({"value": "NaN", "year": "2020", "source": "x"}, "sharing.figure-no-number"),
        ({"value": "5", "year": "20", "source": "x"}, "sharing.figure-no-year"),
        ({"value": "5", "year": "2999", "source": "x"}, "sharing.figure-no-year"),
        ({"value": "5", "year": "2020", "source": " "}, "sharing.figure-no-source"),
    ],
)
def test_a_figure_without_number_year_or_source_is_not_taken(data: dict[str, str], code: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        said(engagement(), Said(ProposalKind.FIGURE, "", "population", data))
    assert [finding.code for finding in refused.value.findings] == [code]


def test_a_figure_in_single_ones_is_asked_back_about_until_it_is_said_of_that_very_number_that_it_is_right() -> None:
    whole = {"value": "250000000", "year": "2020", "source": "Census"}
    for data in (whole, {**whole, "sure": "250"}):
        with pytest.raises(NotAllowed) as asked:
            said(engagement(), Said(ProposalKind.FIGURE, "", "population", data))
        assert [finding.code for finding in asked.value.findings] == ["sharing.figure-scale"]
    assert said(engagement(), Said(ProposalKind.FIGURE, "", "population", {**whole, "sure": "250000000"})).state == "waiting"


def test_a_confirmation_taken_up_is_on_record_with_its_holder(person: Person) -> None:
    officer, row = person("officer"), engagement()
    link, _ = link_for(row, officer)
    proposal = said(row, Said(ProposalKind.CONFIRMATION, "Yes, this is what we need.", "need"), link=link)
    assert not Confirmation.objects.exists()
    take_up(proposal, reason="", by=officer, today=timezone.localdate())
    standing = Confirmation.objects.get()
    assert (standing.what, standing.confirmed_by, standing.recorded_by) == ("need", "Planning office", officer)
    with pytest.raises(AlreadyOver):
        put_back(proposal, by=officer)


def test_it_is_decided_once_and_setting_aside_needs_a_reason_and_can_be_undone(person: Person) -> None:
    officer = person("officer")
    proposal = said(engagement(), Said(ProposalKind.ANSWER, "We prefer the second district."))
    with pytest.raises(ReasonMissing):
        set_aside(proposal, reason=" ", by=officer)
    set_aside(proposal, reason="decided at the meeting", by=officer)
    with pytest.raises(AlreadyOver):
        take_up(proposal, reason="", by=officer, today=timezone.localdate())
    assert put_back(proposal, by=officer).state == "waiting"
    take_up(proposal, reason="", by=officer, today=timezone.localdate())
    assert put_back(proposal, by=officer).state == "waiting"


def test_a_firm_offers_and_answers_and_does_not_confirm_for_the_city() -> None:
    row = engagement()
    assert said(row, Said(ProposalKind.OFFER, "We can survey the pipes."), firm()).kind == "offer"
    for kind in (ProposalKind.CONFIRMATION, ProposalKind.FIGURE, ProposalKind.NEED):
        with pytest.raises(NotAllowed) as refused:
            said(row, Said(kind, "yes", "need"), firm())
        assert [finding.code for finding in refused.value.findings] == ["sharing.not-yours-to-say"]


def test_a_need_of_another_request_or_an_empty_word_is_not_taken() -> None:
    for what in (
        Said(ProposalKind.NEED, "wrong", "1"),
        Said(ProposalKind.ANSWER, " \x00"),
        Said(ProposalKind.ANSWER, "x" * 10_001),
    ):
        with pytest.raises(NotAllowed):
            said(engagement(), what)
    assert not Proposal.objects.exists()


def test_somebody_always_hears_of_it(person: Person) -> None:
    manager, row = person("manager"), engagement()
    said(row, Said(ProposalKind.ANSWER, "Yes."))
    assert Notice.objects.get().user == manager
    row.owner = person("officer")
    row.save()
    said(row, Said(ProposalKind.ANSWER, "Yes, still."))
    assert [notice.user for notice in Notice.objects.filter(why="owner")] == [row.owner]


def test_the_news_names_file_and_party_in_the_language_of_whoever_reads_it(person: Person) -> None:
    person("manager")
    row = engagement()
    said(row, Said(ProposalKind.ANSWER, "Yes."))
    notice = Notice.objects.get()
    for language, names in (("ko", (row.name_ko, row.city.name_ko)), ("en", (row.name_en, row.city.name_en))):
        with translation.override(language):
            assert all(name in notice_sentence(notice) for name in names)


def test_a_team_that_has_left_is_no_reason_that_nobody_hears(person: Person) -> None:
    manager, gone, row = person("manager"), person("officer"), engagement()
    row.members.create(user=gone)
    gone.is_active = False
    gone.save()
    said(row, Said(ProposalKind.ANSWER, "Yes."))
    assert [notice.user for notice in Notice.objects.all()] == [manager]
