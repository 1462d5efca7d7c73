"""A refusal carries everything that stops the step."""

from seoulution.apps.catalogue.refusals import Refused
from seoulution.engine.findings import Finding


def test_a_refusal_names_all_its_findings() -> None:
    refused = Refused((Finding("editorial.reason-missing"), Finding("editorial.own-text")))
    assert [finding.code for finding in refused.findings] == ["editorial.reason-missing", "editorial.own-text"]
    assert str(refused) == "editorial.reason-missing; editorial.own-text"
