"""The daily look: whoever a thing concerns is reminded once for each of its steps. Running it again tells nobody twice."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Final

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.answering import Told, answering_for
from seoulution.apps.engagements.matters import Waiting, stood_long, waiting_on
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import facts_of
from seoulution.engine.engagements.course import PLACE
from seoulution.engine.engagements.reminders import Matter, ReminderKind, key_of, reminders
from seoulution.engine.engagements.stages import findings_before, stages_of_plan
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Stage

AT_ONCE: Final = 500


def reminders_for(day: date) -> int:
    """Tells everybody what concerns them on this day; how many notices were new."""
    return sum(_tell_all(some, day) for some in _cut(waiting_on(day))) + sum(_tell_all(some, day) for some in _cut(_gates(day)))


def _cut(found: Iterator[Waiting]) -> Iterator[list[Waiting]]:
    while some := list(islice(found, AT_ONCE)):
        yield some


def _gates(day: date) -> Iterator[Waiting]:
    rows = stood_long(day).values_list("pk", "code", "name_ko", "name_en", "stage_since")
    for pk, code, ko, en, since in rows.iterator(AT_ONCE):
        matter = Matter(ReminderKind.GATE_WAITING, code, since)
        yield Waiting(matter, "engagement", code, f"/office/engagements/{code}/", (ko, en), pk)


def _tell_all(some: Iterable[Waiting], day: date) -> int:
    """Tells what has not been told yet: those it concerns by name, and where none of them is here any more, who answers for the file."""
    found = [(each, finding) for each in some for finding in reminders([each.matter], day)]
    named = User.objects.filter(pk__in={user for each, _ in found for user, _ in each.people}, is_active=True)
    here = set(named.values_list("pk", flat=True))
    own = [(each, finding, tuple(one for one in each.people if one[0] in here)) for each, finding in found]
    files = answering_for({each.engagement for each, _, people in own if each.engagement and not people})
    asked = [(each, finding, people or files.get(each.engagement or 0, ())) for each, finding, people in own]
    users = User.objects.in_bulk({user for _, _, told in asked for user, _ in told})
    known = _known(asked)
    count = 0
    for each, finding, told in asked:
        new = [(users[user], why) for user, why in told if (user, key_of(finding)) not in known]
        said = _said(each, finding, day) if new else None
        if said is not None:
            count += sum(_tell(user, why, each, finding, said) for user, why in new)
    return count


def _said(each: Waiting, finding: Finding, day: date) -> Mapping[str, str] | None:
    """What the sentence says. A gate is judged only here, for it reads the whole file; None where it is not open."""
    if each.matter.kind is not ReminderKind.GATE_WAITING:
        return finding.parameters
    stage = _open_gate(each, day)
    return None if stage is None else {**finding.parameters, "stage": stage.value}


def _known(asked: Iterable[tuple[Waiting, Finding, Iterable[Told]]]) -> set[tuple[int, str]]:
    pairs = [(user, key_of(finding)) for _, finding, told in asked for user, _ in told]
    rows = Notice.objects.filter(user__in={user for user, _ in pairs}, key__in={key for _, key in pairs})
    return set(rows.values_list("user_id", "key"))


def _tell(user: User, why: str, each: Waiting, finding: Finding, said: Mapping[str, str]) -> int:
    name_ko, name_en = each.names
    notice = tell(
        user,
        kind="reminder",
        key=key_of(finding),
        about=each.about,
        about_code=each.code,
        path=each.path,
        why=why,
        **{**said, "reminder": finding.code, "subject": name_en, "subject_ko": name_ko},
    )
    return notice is not None


def _open_gate(each: Waiting, day: date) -> Stage | None:
    """The stage whose gate stands open; None where it is closed, or nothing is ahead."""
    engagement = Engagement.objects.get(code=each.code)
    facts = facts_of(engagement, today=day)
    ahead = [stage for stage in stages_of_plan(facts) if PLACE[stage] > PLACE[Stage(engagement.stage)]]
    return ahead[0] if ahead and not blocking(findings_before(ahead[0], facts)) else None
