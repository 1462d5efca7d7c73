"""The spells of a file as its acts find them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.apps.engagements.services.files import TODAY, opened, told

from seoulution.apps.engagements.services import spells
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Stage, Standing

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def test_the_documents_stage_is_put_on_record_once_with_their_day() -> None:
    row = told()
    spells.with_present_spell(row)
    spells.with_present_spell(row)
    spell = row.spells.get()
    assert (spell.stage, spell.entered_on, spells.is_of_documents(spell)) == (row.stage, AS_OF_PROGRAMME, True)


def test_a_file_that_people_opened_gets_no_spell_it_has_not(person: Person) -> None:
    row = opened(person("officer"))
    row.spells.all().delete()
    spells.with_present_spell(row)
    assert not row.spells.exists()


def test_a_spell_never_ends_before_it_began(person: Person) -> None:
    row = opened(person("officer"))
    spell = spells.running(row, Stage.EXCHANGE)
    assert spell is not None
    spells.leave(spell, SpellOutcome.DONE, reason="over", today=TODAY - timedelta(days=3))
    assert spell.left_on == spell.entered_on and spells.running(row, Stage.EXCHANGE) is None


def test_where_nothing_runs_the_standing_says_what_it_is_told(person: Person) -> None:
    officer = person("officer")
    row = opened(officer)
    spells.enter(row, Stage.TRAINING, reason="x", by=officer, today=TODAY)
    row.spells.filter(stage="exchange").update(outcome="done", left_on=TODAY)
    spells.stand_where_it_runs(row, otherwise=Standing.DONE)
    assert (row.stage, row.standing) == ("training", "running")
    row.spells.update(outcome="done", left_on=TODAY)
    spells.stand_where_it_runs(row, otherwise=Standing.DONE)
    assert (row.stage, row.standing) == ("training", "done")


def test_a_stage_that_takes_over_from_another_need_not_go_beside_it(person: Person) -> None:
    row = opened(person("officer"))
    row.spells.update(stage="opportunity")
    assert [each.code for each in spells.beside_findings(row, Stage.CONSULTING, today=TODAY)] == ["stage.not-beside"]
    assert spells.beside_findings(row, Stage.CONSULTING, today=TODAY, instead_of=Stage.OPPORTUNITY) == ()
