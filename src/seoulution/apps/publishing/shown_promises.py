"""Which promises of an engagement its city reads: ours and its own, never notes, and none in words not used toward a city."""

from dataclasses import dataclass
from datetime import date

from seoulution.apps.engagements.models import Engagement, Promise
from seoulution.engine.demand.wording import Audience, findings_in_any_language
from seoulution.engine.engagements import promises as rules
from seoulution.engine.engagements.codes import Side
from seoulution.engine.engagements.promises import PromiseState
from seoulution.engine.findings import Finding, blocking
from seoulution.language.wording import wording_rules


@dataclass(frozen=True, slots=True)
class ShownPromise:
    """A promise with how it stands today; `withheld` : the words for which the city does not read it."""

    row: Promise
    state: PromiseState
    withheld: tuple[Finding, ...] = ()


def promises_of_both(engagement: Engagement, *, today: date) -> list[ShownPromise]:
    """Ours and the city's, for the office, which sees what is withheld and why. Others' are not the city's business."""
    wording = wording_rules()
    found = []
    for row in engagement.promises.filter(side__in=(Side.OURS, Side.THEIRS)):
        made = row.made_on or row.due_on or today
        state = rules.state_of(
            rules.Promise(str(row.pk), made, row.due_on, row.kept_on, today if row.closed_reason else None), today
        )
        words = findings_in_any_language(row.text, Audience.CITY, wording) if row.side == Side.OURS else ()
        found.append(ShownPromise(row, state, blocking(words)))
    return found


def promises_shown(engagement: Engagement, *, today: date) -> list[ShownPromise]:
    """What the city reads of them: text, whose word, when due and whether kept."""
    return [each for each in promises_of_both(engagement, today=today) if not each.withheld]
