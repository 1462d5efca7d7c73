"""Texts that wait for a reader with a receiving city's eyes: the list, today's page, and the way to publication."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from tests.web.bureaus.writing import CODE, address, filled, revised, signed_in, waterworker

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.services.editorial import act
from seoulution.engine.catalogue.editorial import EditorialAction as Action
from seoulution.web.office.reviews import texts_waiting

pytestmark = pytest.mark.django_db


def test_a_text_waits_is_approved_and_published_with_a_reason_for_its_words(person: Callable[..., Any]) -> None:
    by = waterworker(person, "writer")
    row, writer = revised(by), signed_in(by)
    path = address("edit_section", "cost")
    writer.post(path, filled(writer, path) | {"ko": "페루에 수출하였다."})
    row = act(PolicySolution.objects.get(pk=row.pk), Action.SUBMIT, by=by)
    analyst, manager = signed_in(person("analyst")), signed_in(person("manager"))
    assert row.name_en in analyst.get(reverse("office:reviews")).content.decode() and row not in texts_waiting()
    act(row, Action.APPROVE, by=waterworker(person, "colleague"))
    assert row.name_en in analyst.get(reverse("office:today")).content.decode()

    review = reverse("office:review", args=[CODE])
    assert analyst.post(review, {"action": "approve", "words": "Clear."}).headers["Location"] == reverse("office:reviews")
    assert "waiting to be published" in analyst.get(reverse("office:reviews")).content.decode()
    refused = manager.post(review, {"action": "publish", "words": "Costs"})
    assert refused.status_code == 422 and "policy sharing" in refused.content.decode()
    sent = {"action": "publish", "words": "Costs", "wording_reason": "A historical title."}
    assert manager.post(review, sent).status_code == 302
    version = PolicySolution.objects.get(code=CODE).versions.first()
    assert version is not None and (version.note, version.wording_reason) == ("Costs", "A historical title.")
    assert "Nothing to review" in manager.get(review).content.decode()


def test_who_does_not_review_is_refused(person: Callable[..., Any]) -> None:
    auditor = signed_in(person("auditor"))
    assert auditor.get(reverse("office:reviews")).status_code == 403
    assert "Texts to review" not in auditor.get(reverse("office:today")).content.decode()
