"""Two people write different parts of one draft at once; the same part only one after the other."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.catalogue.models import Draft
from seoulution.apps.catalogue.parts import mark_of, value_of
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.editorial import begin_solution, open_draft
from seoulution.apps.catalogue.services.parts import write_part
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate
from seoulution.engine.vocabulary import Sector

pytestmark = pytest.mark.django_db
TEXT = {"ko": "물이 샌다.", "en": "Water leaks.", "sources": ["owner-statement"], "basis": "B"}


@pytest.fixture
def writers(person: Callable[..., Any]) -> tuple[Any, Any]:
    found = person("owner", "writer"), person("owner", "colleague")
    for user in found:
        affiliate(user, agency=Agency.objects.get(code="office-of-waterworks"))
    return found


@pytest.fixture
def draft(writers: tuple[Any, Any]) -> Draft:
    owner = Agency.objects.get(code="office-of-waterworks")
    row = begin_solution(
        code="remote-meters", name_ko="검침", name_en="Meters", sector=Sector.WATER, owner=owner, by=writers[0]
    )
    found = open_draft(row)
    assert found is not None
    return found


def test_different_parts_are_written_side_by_side_and_the_same_part_is_not(draft: Draft, writers: tuple[Any, Any]) -> None:
    seen = {part: mark_of(draft.data, part) for part in ("sections.problem", "sections.cost")}
    for part, by in zip(seen, writers, strict=True):
        write_part(draft, part, {"text": TEXT, "gaps": []}, seen=seen[part], by=by)
    draft.refresh_from_db()
    assert set(draft.data["sections"]) == {"problem", "cost"}
    with pytest.raises(StaleText) as stale:
        write_part(draft, "sections.cost", {"text": None, "gaps": []}, seen=seen["sections.cost"], by=writers[0])
    assert value_of(stale.value.current.data, "sections.cost")["text"]["en"] == "Water leaks."  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"text": {**TEXT, "sources": ["nobody-knows"]}, "gaps": []}, "editorial.source-unknown"),
        (
            {"text": TEXT, "gaps": [{"about": "problem", "question": {"ko": "?", "en": "?"}, "ask": "nobody"}]},
            "editorial.body-unknown",
        ),
        ({"text": {**TEXT, "en": "[9 %](claim:none)"}, "gaps": []}, "claim.not-on-record"),
    ],
)
def test_what_is_not_on_record_is_refused_and_nothing_is_stored(
    draft: Draft, writers: tuple[Any, Any], changed: Any, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        write_part(draft, "sections.problem", changed, seen=mark_of(draft.data, "sections.problem"), by=writers[0])
    assert [finding.code for finding in refused.value.findings] == [code]
    draft.refresh_from_db()
    assert draft.revision == 1
