"""What a new solution begins with is in the template's shape and says of every section that it is open."""

from seoulution.apps.catalogue.skeleton import skeleton
from seoulution.engine.vocabulary import Sector
from seoulution.reference.load import reference
from seoulution.reference.schema import base, catalogue


def test_every_section_is_an_open_question_to_the_owner() -> None:
    data = skeleton(code="x", name_ko="엑스", name_en="X", sector=Sector.WATER, owner="office-of-waterworks")
    record = catalogue.PolicySolution.model_validate(data)
    assert {gap.about for gap in record.gaps} == {key.value for key in catalogue.SectionKey}
    assert {gap.ask for gap in record.gaps} == {"office-of-waterworks"}


def test_the_source_it_stands_on_ships() -> None:
    assert "owner-statement" in {source.code for source in reference().of(base.Source)}
