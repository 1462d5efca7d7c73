"""The database itself refuses what no service would write."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.apps.publishing.shared import engagement, firm

from seoulution.apps.publishing.models import LinkRefusal, PartyLink, SharedItem

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "information", "text": ""},
        {"kind": "document", "text": "x"},
        {"kind": "information", "text": "x", "recipient": "firm"},
    ],
)
def test_an_item_holds_what_it_says_and_has_one_recipient(wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        SharedItem.objects.create(**{"engagement": engagement(), "recipient": "city", "subject": "s", "reason": "r", **wrong})


def test_a_city_s_item_names_no_firm_and_a_link_ends_after_it_begins() -> None:
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        SharedItem.objects.create(
            engagement=engagement(), recipient="city", firm=firm().firm, kind="information", text="x", subject="s", reason="r"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        PartyLink.objects.create(
            engagement=engagement(), recipient="city", language="es", holder="x", token_hash="0", issued_at=now, expires_at=now
        )


def test_refusals_without_a_known_link_are_one_row_a_day_too(person: Callable[..., Any]) -> None:
    now = timezone.now()
    same = {"on": now.date(), "address": None, "cause": "unknown", "link": None, "last_at": now}
    LinkRefusal.objects.create(**same)
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkRefusal.objects.create(**same)
    LinkRefusal.objects.create(**{**same, "on": now.date() + timedelta(days=1)})
