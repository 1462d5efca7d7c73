"""How the services of the catalogue say no: with findings, all at once, or because somebody else was first."""

from collections.abc import Sequence

from django.db import models

from seoulution.engine.findings import Finding


class Refused(Exception):
    """The step may not be taken; `findings` says everything that stops it. Nothing was changed."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("; ".join(finding.code for finding in findings))
        self.findings = tuple(findings)


class StaleText(Exception):
    """Somebody changed it since it was read; `current` is how it stands. Nothing of one's own was stored."""

    def __init__(self, current: models.Model) -> None:
        super().__init__(f"{current} was changed meanwhile")
        self.current = current
