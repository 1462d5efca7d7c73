"""The shipped wording rules as values of the engine."""

from functools import lru_cache
from importlib.resources import files

import yaml

from seoulution.engine.demand.wording import Audience, WordingRule
from seoulution.engine.findings import Severity


@lru_cache(maxsize=1)
def wording_rules() -> tuple[WordingRule, ...]:
    """Every rule of `reference/wording.yaml`; a code that the engine does not know stops the load."""
    text = files("seoulution.reference").joinpath("wording.yaml").read_text(encoding="utf-8")
    return tuple(
        WordingRule(
            code=str(row["code"]),
            language=str(row["language"]),
            stems=tuple(row["stems"]),
            unless=tuple(row["unless"]),
            severity_by_audience=tuple((Audience(reader), Severity(severity)) for reader, severity in row["audience"].items()),
            suggestion=str(row["use"]),
        )
        for row in yaml.safe_load(text)["rules"]
    )
