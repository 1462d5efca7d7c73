"""The shipped template as the editor and the rules read it: guidance by part, questions by code, praise as rules of the engine."""

from collections.abc import Mapping
from functools import cache

from seoulution.engine.catalogue.promotional import PraiseRule, promotional_findings
from seoulution.engine.findings import Finding
from seoulution.reference.load import reference
from seoulution.reference.schema.catalogue import PolicySolution
from seoulution.reference.schema.template import PartGuidance, Praise, ReceiverQuestion, TemplatePart


@cache
def guidance() -> Mapping[TemplatePart, PartGuidance]:
    """How each part is written, in the template's order."""
    return {part.part: part for part in reference().of(PartGuidance)}


@cache
def questions() -> Mapping[str, ReceiverQuestion]:
    """Every question of a receiving city by its code."""
    return {question.code: question for part in guidance().values() for question in part.questions}


@cache
def praise() -> Mapping[str, Praise]:
    """The listed praise by its code, with the reason."""
    return {each.code: each for each in reference().of(Praise)}


@cache
def praise_rules() -> tuple[PraiseRule, ...]:
    """The listed praise as rules of the engine."""
    return tuple(PraiseRule(each.code, each.language, each.stems, each.unless) for each in praise().values())


def promotional(manuscript: PolicySolution) -> Mapping[str, tuple[Finding, ...]]:
    """The sections that read like a translated brochure, by their key; `manuscript` has its references to claims still in it."""
    found = {
        key.value: promotional_findings(
            f"sections.{key.value}", (("ko", text.ko), ("en", text.en)), text.answers, praise_rules()
        )
        for key, text in manuscript.sections.items()
    }
    return {key: findings for key, findings in found.items() if findings}
