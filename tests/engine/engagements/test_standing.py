"""Where an engagement stood on any day: the rules, and what holds for every course."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.engagements.standing import Certainty, Course, Partial, Presence, Spell, StandingOn, Told, standing_on
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Ending, Stage, Standing

DAYS = st.dates(date(2004, 1, 1), date(2030, 12, 31))
TRACK = Course(Partial.read("2013-09"), Told(AS_OF_PROGRAMME, Stage.MAIN_PROJECT, Standing.RUNNING))


@st.composite
def spells(draw: st.DrawFn) -> Spell:
    outcome = draw(st.sampled_from(SpellOutcome))
    entered = draw(DAYS)
    left = None if outcome is SpellOutcome.RUNNING else entered + timedelta(days=draw(st.integers(0, 900)))
    return Spell(draw(st.sampled_from(Stage)), outcome, entered, left, draw(st.booleans()))


@st.composite
def courses(draw: st.DrawFn) -> Course:
    told = draw(st.booleans())
    ended = draw(st.one_of(st.none(), DAYS))
    return Course(
        draw(st.one_of(st.none(), st.sampled_from(["2005", "2013-09", "2013-01-08"]).map(Partial.read))) if told else None,
        Told(AS_OF_PROGRAMME, draw(st.sampled_from(Stage)), draw(st.sampled_from(Standing))) if told else None,
        None if told else draw(DAYS),
        tuple(draw(st.lists(spells(), max_size=5))),
        tuple(draw(st.lists(st.tuples(DAYS, st.sampled_from(Standing)), max_size=3))),
        draw(st.sampled_from(Ending)) if ended else None,
        ended,
        draw(st.one_of(st.none(), st.none(), DAYS)),
    )


@given(courses(), DAYS, st.integers(1, 4000))
def test_what_has_begun_never_has_not_begun_later(course: Course, day: date, later: int):
    if standing_on(course, day).is_present:
        then = standing_on(course, day + timedelta(days=later))
        assert then.is_present or then.presence is Presence.WITHDRAWN


@given(courses(), st.integers(0, 4000))
def test_it_has_ended_from_the_day_of_its_end_on(course: Course, later: int):
    if course.ended_on is None:
        return
    answer = standing_on(course, course.ended_on + timedelta(days=later))
    if answer.is_present:
        assert (answer.presence, answer.ending) == (Presence.ENDED, course.ending)
    before = standing_on(course, course.ended_on - timedelta(days=1))
    assert before.presence is not Presence.ENDED


@given(courses())
def test_the_documents_day_is_what_they_tell(course: Course):
    """Unless it was withdrawn or ended by then, which no document of that day could be."""
    if (
        course.told is None
        or (course.ended_on or date.max) <= AS_OF_PROGRAMME
        or (course.withdrawn_on or date.max) <= AS_OF_PROGRAMME
    ):
        return
    answer = standing_on(course, AS_OF_PROGRAMME)
    assert (answer.stages, answer.standing, answer.certainty) == ((course.told.stage,), course.told.standing, Certainty.TOLD)


@given(courses(), DAYS)
def test_stages_run_only_while_a_stay_or_the_documents_say_so(course: Course, day: date):
    answer = standing_on(course, day)
    if answer.presence is Presence.IN_STAGE and answer.certainty is Certainty.RECORDED:
        live = {spell.stage for spell in course.spells if spell.entered_on <= day and day < (spell.left_on or date.max)}
        assert set(answer.stages) <= live and answer.stages == tuple(sorted(answer.stages, key=list(Stage).index))
    assert (answer.standing is not None) is (answer.presence in (Presence.IN_STAGE, Presence.BETWEEN))


@given(courses(), DAYS)
def test_what_is_told_or_recorded_is_never_said_of_what_nobody_knows(course: Course, day: date):
    answer = standing_on(course, day)
    if answer.presence is Presence.START_NOT_KNOWN:
        assert answer == StandingOn(Presence.START_NOT_KNOWN, Certainty.NOT_KNOWN) and day < AS_OF_PROGRAMME


@pytest.mark.parametrize(
    ("day", "presence", "certainty"),
    [
        (date(2013, 8, 31), Presence.NOT_BEGUN, Certainty.TOLD),
        (date(2013, 9, 1), Presence.STAGE_NOT_KNOWN, Certainty.NOT_KNOWN),
        (date(2013, 9, 30), Presence.STAGE_NOT_KNOWN, Certainty.TOLD),
        (AS_OF_PROGRAMME, Presence.IN_STAGE, Certainty.TOLD),
        (date(2020, 1, 1), Presence.IN_STAGE, Certainty.TOLD),
    ],
)
def test_won_in_september_2013(day: date, presence: Presence, certainty: Certainty):
    """Article, table 2, row 1: won by Seoul Metro in September 2013."""
    answer = standing_on(TRACK, day)
    assert (answer.presence, answer.certainty) == (presence, certainty)


def test_two_stages_run_side_by_side_and_the_next_day_one_is_left():
    first = Spell(Stage.CONSULTING, SpellOutcome.DONE, date(2026, 1, 5), date(2026, 3, 1))
    second = Spell(Stage.TRAINING, SpellOutcome.RUNNING, date(2026, 2, 1))
    course = Course(opened_on=date(2026, 1, 1), spells=(first, second))
    assert standing_on(course, date(2026, 2, 28)).stages == (Stage.TRAINING, Stage.CONSULTING)
    assert standing_on(course, date(2026, 3, 1)).stages == (Stage.TRAINING,)
    assert standing_on(course, date(2026, 1, 2)).presence is Presence.STAGE_NOT_KNOWN


def test_a_standing_put_on_record_holds_from_its_day():
    course = Course(told=TRACK.told, standings=((date(2026, 5, 1), Standing.DONE),))
    assert standing_on(course, date(2026, 4, 30)).standing is Standing.RUNNING
    assert standing_on(course, date(2026, 5, 1)).standing is Standing.DONE


@pytest.mark.parametrize("wrong", ["", "May 2013", "2013-13", "2013-09-31", "2013-09-01-02"])
def test_a_beginning_that_is_no_date_is_refused(wrong: str):
    with pytest.raises(ValueError):
        Partial.read(wrong)
