"""Any change of what a search rests on makes another mark, whoever made it and how."""

import pytest
from django.db import ProgrammingError, connection, transaction

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.freshness import mark
from seoulution.apps.matching.models import Passage

pytestmark = pytest.mark.django_db


def test_nothing_changed_is_the_same_mark() -> None:
    assert mark() == mark()


def test_a_change_of_a_solution_by_hand_is_seen() -> None:
    before = mark()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE catalogue_policysolution SET sector = sector WHERE code = 'topis'")
    assert mark().solutions != before.solutions


def test_a_passage_added_or_gone_is_seen_and_two_changes_never_share_a_mark() -> None:
    seen = [mark().passages]
    one = Passage.objects.filter(solution__code="topis")[0]
    one.pk = None
    one.save()
    seen.append(mark().passages)
    with transaction.atomic():
        Passage.objects.filter(solution__code="topis").delete()
        seen.append(mark().passages)
        transaction.set_rollback(True)
    Passage.objects.filter(solution__code="revenue-water").delete()
    seen.append(mark().passages)
    assert len(set(seen)) == len(seen)
    assert PolicySolution.objects.filter(code="topis").exists()


def test_a_passage_is_replaced_never_changed() -> None:
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        Passage.objects.filter(solution__code="topis").update(text="Other words")
