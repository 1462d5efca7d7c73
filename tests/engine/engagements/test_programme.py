"""Versions of the programme stand beside one another, each with its whole table."""

from dataclasses import replace
from datetime import date

from seoulution.engine.engagements.course import course_of, stages_of_plan
from seoulution.engine.engagements.facts import Document, EngagementFacts
from seoulution.engine.engagements.programme import SEOUL_2014, VERSIONS, Ask, StageRule, version_on
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.provenance import Validity
from seoulution.engine.vocabulary import Party, SolutionKind, Stage

DAY = date(2014, 6, 1)
LATER = replace(
    SEOUL_2014,
    code="elsewhere-2030",
    validity=Validity(date(2030, 1, 1), None),
    stages={
        **SEOUL_2014.stages,
        Stage.TRAINING: StageRule(
            leads=(Party.INSTITUTE,), finance=(), asks=(Ask.NEED_CONFIRMED,), documents=(Document.CONTRACT,)
        ),
    },
    advisory=(Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING),
)


def test_each_version_has_every_stage_and_its_own_code_and_they_begin_one_after_another() -> None:
    starts = [version.validity.valid_from or date.min for version in VERSIONS]
    assert starts == sorted(starts) and len({version.code for version in VERSIONS}) == len(VERSIONS)
    for version in VERSIONS:
        assert set(version.stages) == set(Stage)
        assert (*version.advisory, *version.delivery) == tuple(stage for stage in Stage if stage is not Stage.FEEDBACK)


def test_the_version_of_a_day_is_the_latest_begun_and_before_all_the_first() -> None:
    both = (SEOUL_2014, LATER)
    assert version_on(date(2005, 1, 1), both) is SEOUL_2014
    assert version_on(date(2029, 12, 31), both) is SEOUL_2014
    assert version_on(date(2030, 1, 1), both) is LATER


def test_an_engagement_is_judged_by_its_own_version() -> None:
    facts = EngagementFacts(on=DAY, done=frozenset({Stage.EXCHANGE, Stage.OPPORTUNITY}))
    ours = {finding.code for finding in findings_before(Stage.TRAINING, facts)}
    theirs = {finding.code for finding in findings_before(Stage.TRAINING, replace(facts, programme=LATER))}
    assert "gate.training-not-planned" in ours
    assert theirs == {"gate.need-unconfirmed", "gate.no-contract"}


def test_the_course_follows_the_version_too() -> None:
    facts = EngagementFacts(on=DAY, kinds=frozenset({SolutionKind.KNOWLEDGE}), programme=LATER)
    assert stages_of_plan(facts) == course_of(facts) == (Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING, Stage.FEEDBACK)
