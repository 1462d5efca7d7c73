"""Judges open engagements again after the law changed, and tells those who answer for them. Twice tells once."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.legal_drafts import touched
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import legal_rules
from seoulution.engine.engagements.legal_rules import LegalRoute, LegalRule
from seoulution.engine.engagements.rule_changes import Effect, changed_answers
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party


@transaction.atomic
def recheck_open_engagements(
    rules_before: Sequence[LegalRule], rules_after: Sequence[LegalRule], on: date, *, on_before: date | None = None
) -> int:
    """Tells owner, team, country desk and managers of every open engagement that is answered otherwise on the day; how many files.

    Only engagements on a changed route are read, so that many files cost no more than those that changed.
    """
    changed = changed_answers(rules_before, rules_after, on, on_before=on_before)
    now = {change.route: change.after for change in changed}
    rows = touched([Effect(on, changed)]).select_related("owner", "city").order_by("code")
    managers = list(User.objects.filter(is_active=True, role__in=_managing()))
    count = 0
    for row in rows.iterator(500):
        rule = now[LegalRoute(Party(row.lead), Activity(row.activity), MoneyFlow(row.money_flow))]
        for user, why in _people(row, managers):
            _tell(user, why, row, rule, on)
        count += 1
    return count


def recheck_engagements(today: date) -> int:
    """The daily look: a rule that begins today, or ended yesterday, changes answers without anybody touching it."""
    rules = legal_rules()
    return recheck_open_engagements(rules, rules, today, on_before=today - timedelta(days=1))


def _managing() -> list[str]:
    return [code for code, role in ROLES.items() if Permission.WORK_ALL_ENGAGEMENTS in role.permissions]


def _people(row: Engagement, managers: Sequence[User]) -> Iterator[tuple[User, str]]:
    """Each person once, with the nearest reason; nobody for whom the file does not exist."""
    found: dict[int, tuple[User, str]] = {}
    members = [(member.user, "team") for member in row.members.select_related("user")]
    desks = [(desk.user, "desk") for desk in row.city.country.desks.select_related("user")]
    owner = [(row.owner, "owner")] if row.owner else []
    for user, why in (*owner, *members, *desks, *((manager, "manager") for manager in managers)):
        if user.pk not in found and (why == "manager" or visible_to(user).filter(pk=row.pk).exists()):
            found[user.pk] = (user, why)
    return iter(found.values())


def _tell(user: User, why: str, row: Engagement, rule: LegalRule | None, on: date) -> None:
    code = rule.code if rule else ""
    tell(
        user,
        kind="legal-answer-changed",
        key=f"legal-answer-changed:{row.code}:{code}:{rule.answer.value if rule else ''}:{on.isoformat()}",
        about="engagement",
        about_code=row.code,
        path=f"/office/engagements/{row.code}/",
        why=why,
        subject=row.name_en,
        subject_ko=row.name_ko,
        rule=code,
    )
