"""The law changes under four eyes: a draft is not in force, and what is replaced ends instead of being overwritten."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.utils.translation import override

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.engagements.models import Engagement, LegalRule, LegalRuleDraft
from seoulution.apps.engagements.queries import legal_rules
from seoulution.apps.engagements.services import legal_rules as services
from seoulution.apps.engagements.services.loading import load
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.apps.publishing.notice_texts import notice_sentence, why_sentence
from seoulution.engine.engagements.legal_routes import Basis, legal_answer
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party
from seoulution.reference.load import reference

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)
Person = Callable[..., Any]


def rule(code: str = "city-hall-long-dispatch") -> LegalRule:
    return LegalRule.objects.get(code=code)


def changed(code: str = "city-hall-long-dispatch", **values: Any) -> dict[str, Any]:
    return {**rule(code).data, **values}


def scheme(first_day: str = "2026-11-29") -> dict[str, Any]:
    """A scheme for long postings, in force from the day."""
    words = {"ko": "장기파견 제도가 마련되었다.", "en": "A scheme for long postings exists.", "sources": ["seoul-article"]}
    return changed(answer="has_basis", basis=words, decided_by=None, alternatives=[], valid_from=first_day)


def drafted(data: dict[str, Any], by: Any, **given: Any) -> LegalRuleDraft:
    asked: dict[str, Any] = {"rule": rule(), "reason": "the act was amended", "today": TODAY, **given}
    return services.draft(data, by=by, **asked)


def answer(on: date = TODAY) -> Basis:
    return legal_answer(Party.CITY_HALL, Activity.DISPATCH_LONG, MoneyFlow.OWN_BUDGET, legal_rules(), on).answer


def codes(refused: Any) -> set[str]:
    return {finding.code for finding in refused.value.findings}


def test_a_draft_changes_nothing_until_another_person_approves_it_and_then_the_old_row_ends(person: Person) -> None:
    first, second = person("manager", "first"), person("manager", "second")
    row = drafted(scheme(), first)
    assert answer() is Basis.NEEDS_BASIS
    services.approve(row, reason="read the gazette", by=second, today=TODAY)
    assert answer() is Basis.HAS_BASIS
    assert answer(date(2026, 11, 28)) is Basis.NEEDS_BASIS, "the old row still answers for the days before"
    old, new = rule(), rule("city-hall-long-dispatch-2026-11-29")
    assert old.valid_to == date(2026, 11, 28) and old.revision == 2 and new.revision == 2
    assert old.record.basis.en.startswith("The article says"), "nothing of the old words is lost"
    row.refresh_from_db()
    assert (row.state, row.decided_by, row.decision_reason) == ("approved", second, "read the gazette")


def test_nobody_decides_about_a_draft_of_their_own(person: Person) -> None:
    by = person("manager")
    row = drafted(scheme(), by)
    for decide in (services.approve, services.decline):
        with pytest.raises(NotAllowed) as refused:
            decide(row, reason="fine", by=by, **({"today": TODAY} if decide is services.approve else {}))
        assert codes(refused) == {"rule.own-draft"}
    services.withdraw(row, reason="too early", by=by)
    row.refresh_from_db()
    assert row.state == "withdrawn" and answer() is Basis.NEEDS_BASIS


@pytest.mark.parametrize("role", ["officer", "analyst", "auditor", "owner", "translator", "partner", "public"])
def test_only_who_edits_legal_rules_drafts_and_decides(person: Person, role: str) -> None:
    who, row = person(role), drafted(scheme(), person("manager"))
    with pytest.raises(PermissionDenied):
        drafted(scheme(), who)
    for decide in (services.decline, services.withdraw):
        with pytest.raises(PermissionDenied):
            decide(row, reason="no", by=who)
    with pytest.raises(PermissionDenied):
        services.approve(row, reason="yes", by=who, today=TODAY)


def test_a_decision_needs_a_reason_and_is_taken_once(person: Person) -> None:
    row, other = drafted(scheme(), person("manager", "first")), person("manager", "second")
    with pytest.raises(ReasonMissing):
        services.decline(row, reason=" ", by=other)
    services.decline(row, reason="not yet promulgated", by=other)
    with pytest.raises(NotAllowed) as refused:
        services.approve(row, reason="now", by=other, today=TODAY)
    assert codes(refused) == {"rule.draft-over"}
    assert answer() is Basis.NEEDS_BASIS


def test_an_answer_that_changes_needs_its_first_day_and_words_alone_do_not(person: Person) -> None:
    by = person("manager")
    with pytest.raises(NotAllowed) as refused:
        drafted(changed(answer="no_basis"), by)
    assert codes(refused) == {"rule.first-day-missing"}
    words = {**rule().data["basis"], "en": "Better words."}
    row = drafted(changed(basis=words), by)
    services.approve(row, reason="clearer", by=person("manager", "second"), today=TODAY)
    mended = rule()
    assert mended.record.basis.en == "Better words." and mended.revision == 2 and mended.valid_to is None
    assert LegalRule.objects.filter(code__startswith="city-hall-long-dispatch").count() == 1


def test_everything_wrong_is_said_at_once(person: Person) -> None:
    by = person("manager")
    sourced = {**rule().data["basis"], "sources": ["nobody-knows"]}
    with pytest.raises(NotAllowed) as refused:
        drafted(changed(answer="no_basis", basis=sourced), by)
    assert codes(refused) == {"rule.source-unknown", "rule.first-day-missing"}
    with pytest.raises(NotAllowed) as refused:
        drafted(changed(decided_by=None, basis={"ko": "", "en": "", "sources": []}), by)
    assert codes(refused) == {"rule.not-in-shape"} and len(refused.value.findings) > 1
    with pytest.raises(NotAllowed) as refused:
        drafted(rule().data, by)
    assert codes(refused) == {"rule.changes-nothing"}
    drafted(scheme(), by)
    with pytest.raises(NotAllowed) as refused:
        drafted(scheme("2027-01-01"), by)
    assert codes(refused) == {"rule.draft-waits"}


def test_no_combination_is_left_without_a_rule(person: Person) -> None:
    general = rule("institute-general")
    with pytest.raises(NotAllowed) as refused:
        drafted({**general.data, "valid_to": "2026-12-31"}, person("manager"), rule=general)
    (finding,) = refused.value.findings
    assert finding.code == "rule.leaves-unanswered" and finding.parameters["actor"] == "institute"


def test_a_draft_made_over_words_that_changed_since_is_not_approved(person: Person) -> None:
    first, second = person("manager", "first"), person("manager", "second")
    row = drafted(scheme(), first)
    mended = rule()
    mended.data = {**mended.data, "basis": {**mended.data["basis"], "en": "Changed meanwhile."}}
    mended.revision += 1
    mended.save()
    with pytest.raises(NotAllowed) as refused:
        services.approve(row, reason="ok", by=second, today=TODAY)
    assert codes(refused) == {"rule.changed-meanwhile"}


def test_a_new_rule_for_a_narrower_case_stands_beside_the_general_one(person: Person) -> None:
    data = {**scheme(), "code": "city-hall-posting-to-wego", "money_flows": ["cost_recovery"]}
    row = drafted(data, person("manager", "first"), rule=None)
    services.approve(row, reason="agreed with WeGO", by=person("manager", "second"), today=TODAY)
    rules = legal_rules()
    flow = {one: legal_answer(Party.CITY_HALL, Activity.DISPATCH_LONG, one, rules, TODAY).answer for one in MoneyFlow}
    assert flow[MoneyFlow.COST_RECOVERY] is Basis.HAS_BASIS and flow[MoneyFlow.OWN_BUDGET] is Basis.NEEDS_BASIS


def test_who_and_why_are_kept_by_the_database_and_what_ships_no_longer_overwrites(person: Person) -> None:
    row = drafted(scheme(), person("manager", "first"))
    services.approve(row, reason="read the gazette", by=person("manager", "second"), today=TODAY)
    event = apps.get_model("engagements.LegalRuleEvent").objects.filter(pgh_obj=rule()).latest("pgh_id")
    assert event.pgh_context.metadata == {"reason": "read the gazette", "by": "second"}
    load(reference(), today=TODAY)
    assert rule().valid_to == date(2026, 11, 28)
    assert LegalRule.objects.get(code="city-hall-long-dispatch-2026-11-29").withdrawn_on is None


def test_approval_tells_those_whose_open_engagement_is_answered_otherwise(person: Person) -> None:
    owner = person("officer")
    row = Engagement.objects.get(code="da-nang-urban-plan")
    row.lead, row.activity, row.owner = "city_hall", "dispatch_long", owner
    row.save()
    services.approve(drafted(scheme(), person("manager", "a")), reason="law", by=person("manager", "b"), today=TODAY)
    notice = Notice.objects.get(user=owner)
    assert (notice.kind, notice.about_code, notice.why) == ("legal-answer-changed", row.code, "owner")
    assert notice.parameters["rule"] == "city-hall-long-dispatch-2026-11-29"


def test_the_drafter_is_told_what_another_person_decided_and_why(person: Person) -> None:
    first, second = person("manager", "first"), person("manager", "second")
    row = drafted(scheme(), first)
    services.decline(row, reason="the gazette says otherwise", by=second)
    told = Notice.objects.get(user=first)
    assert (told.kind, told.path) == ("legal-draft-declined", f"/office/legal/drafts/{row.pk}/")
    with override("en"):
        assert notice_sentence(told) == (
            "Your draft of a legal rule was sent back (the gazette says otherwise): A scheme for long postings exists."
        )
    with override("ko"):
        assert "장기파견 제도가 마련되었다." in notice_sentence(told) and why_sentence(told)
    again = drafted(scheme(), first)
    services.approve(again, reason="read the gazette", by=second, today=TODAY)
    assert Notice.objects.filter(user=first, kind="legal-draft-approved", about_code=again.code).count() == 1
    assert not Notice.objects.filter(user=second, kind__startswith="legal-draft").exists()


def test_who_takes_a_draft_back_is_told_nothing(person: Person) -> None:
    by = person("manager")
    services.withdraw(drafted(scheme(), by), reason="too early", by=by)
    assert not Notice.objects.filter(user=by).exists()
