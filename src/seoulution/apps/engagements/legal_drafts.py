"""What a drafted legal rule would do: the rules with it, which answers and open engagements change, and what stands in its way."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from pydantic import ValidationError

from seoulution.apps.engagements.models import Engagement, LegalRule, LegalRuleDraft
from seoulution.apps.network.models import Source
from seoulution.engine.engagements import legal_routes
from seoulution.engine.engagements.rule_changes import Effect, effects, left_unanswered
from seoulution.engine.findings import Finding
from seoulution.reference import rules
from seoulution.reference.schema import programme

_WITHOUT_DAY = re.compile(r"-\d{4}-\d{2}-\d{2}$")
SAME_ANSWER = ("answer", "actors", "activities", "money_flows", "valid_from")
"""A rule is mended in place only where these stay: otherwise it ends, and a new row begins."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule on record without and with the change."""

    before: tuple[legal_routes.LegalRule, ...]
    after: tuple[legal_routes.LegalRule, ...]

    def effects(self, today: date) -> tuple[Effect, ...]:
        """Which answers change from which day on, nothing before today."""
        return effects(self.before, self.after, today)


def records_on_file() -> list[programme.LegalRule]:
    """The records of all rules, in their order."""
    return [row.record for row in LegalRule.objects.filter(withdrawn_on=None)]


def is_successor(record: programme.LegalRule, rule: LegalRule | None) -> bool:
    """Whether the draft begins a row of its own: it starts on another day than the rule it changes."""
    return rule is not None and record.valid_from is not None and record.valid_from != rule.valid_from


def successor_code(rule: LegalRule, first_day: date) -> str:
    """`city-hall-works` becomes `city-hall-works-2027-01-01`: the row says itself when it begins."""
    return f"{_WITHOUT_DAY.sub('', rule.code)[:69]}-{first_day.isoformat()}"


def ended(record: programme.LegalRule, first_day: date) -> programme.LegalRule:
    """The older row, over the day before its successor begins."""
    last = first_day - timedelta(days=1)
    return record.model_copy(update={"valid_to": min(record.valid_to, last) if record.valid_to else last})


def rules_with(record: programme.LegalRule, rule: LegalRule | None) -> Rules:
    """The rules as they are, and as they would be."""
    now = records_on_file()
    if rule is None:
        after = [*now, record]
    elif is_successor(record, rule) and record.valid_from is not None:
        after = [*(ended(one, record.valid_from) if one.code == rule.code else one for one in now), record]
    else:
        after = [record if one.code == rule.code else one for one in now]
    return Rules(rules.legal_rules(now), rules.legal_rules(after))


def rules_of(draft: LegalRuleDraft) -> Rules:
    """The same for a draft on record."""
    return rules_with(draft.after, draft.rule)


def touched(changed: Iterable[Effect]) -> QuerySet[Engagement]:
    """Open engagements whose route is among those that are answered otherwise."""
    routes = {change.route for effect in changed for change in effect.changed}
    if not routes:
        return Engagement.objects.none()
    asked = reduce(
        or_, (Q(lead=route.actor, activity=route.activity, money_flow=route.money_flow) for route in sorted(routes, key=str))
    )
    return Engagement.objects.filter(asked, ending="", withdrawn_on=None)


def shaped(data: dict[str, Any]) -> tuple[programme.LegalRule | None, tuple[Finding, ...]]:
    """The record, or everything that is wrong with its shape."""
    try:
        return programme.LegalRule.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(
            Finding(
                "rule.not-in-shape",
                subject=".".join(map(str, detail["loc"])),
                parameters={"where": ".".join(map(str, detail["loc"])) or "rule", "problem": detail["msg"]},
            )
            for detail in error.errors()
        )


def draft_findings(record: programme.LegalRule, rule: LegalRule | None, today: date) -> tuple[Finding, ...]:
    """Everything that stands in the way of the draft, now and again when it is approved."""
    found = [*_unknown_sources(record)]
    if rule is None:
        if LegalRule.objects.filter(code=record.code).exists():
            found.append(Finding("rule.code-taken", subject=record.code))
    elif is_successor(record, rule):
        first = record.valid_from or today
        if rule.valid_from is not None and first <= rule.valid_from:
            found.append(Finding("rule.first-day-too-early", parameters={"on": rule.valid_from.isoformat()}))
        if LegalRule.objects.filter(code=record.code).exists():
            found.append(Finding("rule.code-taken", subject=record.code))
    elif record == rule.record:
        found.append(Finding("rule.changes-nothing", subject=rule.code))
    elif any(getattr(record, name) != getattr(rule.record, name) for name in SAME_ANSWER):
        found.append(Finding("rule.first-day-missing", subject=rule.code))
    lost = left_unanswered(rules_with(record, rule).after, today)
    if lost:
        found.append(Finding("rule.leaves-unanswered", parameters={"count": str(len(lost)), **_example(lost)}))
    return tuple(found)


def _example(lost: Sequence[legal_routes.LegalRoute]) -> dict[str, str]:
    return {"actor": lost[0].actor.value, "activity": lost[0].activity.value, "money_flow": lost[0].money_flow.value}


def _unknown_sources(record: programme.LegalRule) -> list[Finding]:
    known = set(Source.objects.filter(code__in=record.basis.sources).values_list("code", flat=True))
    return [Finding("rule.source-unknown", subject=code) for code in record.basis.sources if code not in known]
