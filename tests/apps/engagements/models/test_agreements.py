"""What the database itself refuses of confirmations and decisions."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from tests.apps.engagements.services.files import TODAY, told

pytestmark = pytest.mark.django_db
WORD = {"what": "need", "confirmed_by": "the mayor", "confirmed_on": TODAY, "by_way_of": "letter 7"}
BASIS = {"rule": "some-rule", "decided_by": "the council", "decided_on": TODAY, "reference": "no. 12"}


def test_one_confirmation_stands_at_a_time_and_the_taken_back_stay() -> None:
    row = told()
    row.confirmations.create(**WORD)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.confirmations.create(**WORD)
    row.confirmations.update(taken_back_on=TODAY)
    row.confirmations.create(**WORD)
    assert row.confirmations.count() == 2


def test_one_decision_of_a_rule_stands_at_a_time() -> None:
    row = told()
    row.basis_decisions.create(**BASIS)
    row.basis_decisions.create(**{**BASIS, "rule": "another-rule"})
    with pytest.raises(IntegrityError), transaction.atomic():
        row.basis_decisions.create(**BASIS)


def test_a_paper_on_which_an_agreement_rests_is_not_deleted() -> None:
    row = told()
    paper = row.documents.create(title="Letter 7")
    row.confirmations.create(**WORD, document=paper)
    with pytest.raises(ProtectedError):
        paper.delete()
