"""Passages in memory: as in the database, and after a change only what is new is read."""

import numpy as np
import pytest

from seoulution.apps.matching import rows as module
from seoulution.apps.matching.models import Passage
from seoulution.apps.matching.rows import read

pytestmark = pytest.mark.django_db


def test_texts_concepts_and_vectors_come_as_they_are_kept() -> None:
    rows = read()
    one = Passage.objects.select_related("solution").order_by("pk")[5]
    assert rows.ids.tolist() == list(Passage.objects.order_by("pk").values_list("pk", flat=True))
    assert (rows.passages[5].solution, rows.passages[5].text) == (one.solution.code, one.text)
    assert rows.concepts[5] == one.concepts
    assert np.array_equal(rows.vectors["e5"][5], np.asarray(one.e5, dtype=np.float32))
    assert rows.vectors["use"].shape == (len(rows.ids), 512)


def test_after_a_change_only_new_passages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    before = read()
    asked: list[int] = []
    fetched = module._fetched
    monkeypatch.setattr(module, "_fetched", lambda ids: (asked.extend(ids), fetched(ids))[1])
    old = Passage.objects.filter(solution__code="topis").first()
    assert old is not None
    gone, old.pk = old.pk, None
    old.save()
    Passage.objects.filter(pk=gone).delete()
    after = read(before)
    assert asked == [old.pk]
    fresh = read()
    assert after.ids.tolist() == fresh.ids.tolist()
    assert after.passages == fresh.passages
    assert np.array_equal(after.vectors["e5"], fresh.vectors["e5"])
    assert read(after) is after


def test_an_encoder_without_all_vectors_is_left_out() -> None:
    one = Passage.objects.order_by("pk")[0]
    one.pk, one.use = None, None
    one.save()
    assert set(read().vectors) == {"e5"}


def test_an_empty_table_is_empty_rows() -> None:
    before = read()
    Passage.objects.all().delete()
    assert read().passages == []
    assert read(before).passages == []
