"""The text a new solution begins with: names, sector, owner, and every section an open question to its owner."""

from typing import Any

from seoulution.engine.vocabulary import Confidence, Sector, SolutionKind
from seoulution.reference.schema.catalogue import SectionKey

_NOT_YET = {"ko": "아직 쓰지 않았습니다. 소관 부서가 채웁니다.", "en": "Not written yet; its owner fills it in."}


def skeleton(*, code: str, name_ko: str, name_en: str, sector: Sector, owner: str) -> dict[str, Any]:
    """JSON in the template's shape. The one-line result cites the owner's own statement until a source stands in its place."""
    return {
        "code": code,
        "sector": sector.value,
        "kinds": [SolutionKind.KNOWLEDGE.value],
        "name": {"ko": name_ko, "en": name_en},
        "result": {**_NOT_YET, "sources": ["owner-statement"], "basis": Confidence.JUDGEMENT.value},
        "owner": owner,
        "started": None,
        "cost_class": "unknown",
        "sections": {},
        "gaps": [{"about": key.value, "question": _NOT_YET, "ask": owner} for key in SectionKey],
    }
