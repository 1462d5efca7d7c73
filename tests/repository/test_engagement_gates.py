"""The documents' engagements walked through the rules make sense: what a person read once stays so."""

import pytest
from tools.pages.engagement_gates import facts_of, law_of, page

from seoulution.engine.engagements.course import gate_ahead
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.vocabulary import Stage
from seoulution.reference.load import reference
from seoulution.reference.schema.programme import Engagement

RECORDS = {record.code: record for record in reference().of(Engagement)}


@pytest.mark.parametrize("record", RECORDS.values(), ids=str)
def test_every_step_that_the_documents_tell_of_had_a_basis_then(record: Engagement) -> None:
    assert law_of(facts_of(record)).is_lawful


@pytest.mark.parametrize(
    ("code", "gate"),
    [
        ("trinidad-water-meters", Stage.MAIN_PROJECT),
        ("singapore-ballast-to-slab", Stage.MAIN_PROJECT),
        ("hcmc-sewage-technology", Stage.CONSULTING),
        ("hue-water-training", Stage.TRAINING),
        ("hcmc-metro-track-design", Stage.OPERATION),
        ("chittagong-signalling", Stage.OPERATION),
        ("maputo-feasibility", Stage.FEEDBACK),
        ("mumbai-transport-consulting", Stage.TRAINING),
    ],
)
def test_what_has_not_begun_stands_before_its_own_gate_and_what_is_built_has_to_be_run(code: str, gate: Stage) -> None:
    assert gate_ahead(facts_of(RECORDS[code])) is gate


def test_a_bid_lacks_its_papers_and_decisions_and_not_its_legal_basis() -> None:
    found = {finding.code for finding in findings_before(Stage.MAIN_PROJECT, facts_of(RECORDS["trinidad-water-meters"]))}
    assert {"gate.no-contract", "gate.no-consortium-agreement", "gate.no-partner-decision"} <= found
    assert not {code for code in found if code.startswith("route.")}


def test_nothing_is_said_of_solutions_where_none_is_linked() -> None:
    for code, record in RECORDS.items():
        gate = gate_ahead(facts_of(record))
        found = {finding.code for finding in findings_before(gate, facts_of(record))} if gate else set()
        assert record.solutions or "gate.knowledge-only" not in found, code


def test_a_request_is_headed_by_the_name_of_its_city() -> None:
    assert "### Buenos Aires, 2012" in page()
