"""T3, the other way round: what the site's own forms send is asked for, so that the log of fields sent in vain means something."""

import logging
from collections.abc import Iterator
from copy import copy
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import pytest
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.urls import resolve, reverse
from lxml import html
from lxml.html import MultipleSelectOptions
from tests.trust.access_table import ACCOUNT, LINK, OPEN, TABLE
from tests.trust.test_access import _client
from tests.trust.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
NEVER_SENT: Final = frozenset({"submit", "button", "image", "reset", "file"})


def _fields(form: Any) -> Iterator[tuple[str, str]]:
    """As a browser takes them: also empty ones; ticked boxes, and of radios the one that is chosen."""
    for field in form.xpath(".//input[@name]|.//select[@name]|.//textarea[@name]"):
        kind = field.get("type", "")
        if field.get("disabled") is not None or kind in NEVER_SENT:
            continue
        if kind in ("checkbox", "radio") and field.get("checked") is None:
            continue
        values = field.value if isinstance(field.value, MultipleSelectOptions) else [field.value]
        yield from ((field.get("name"), value or "") for value in values)


def _sendings(form: Any, page: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What the form as it is shown can send: without the name of a button, and with each that has one."""
    address, fields = urljoin(page, form.get("action") or page), list(_fields(form))
    yield address, fields
    for button in form.xpath(".//button[@name]"):
        yield urljoin(address, button.get("formaction") or address), [*fields, (button.get("name"), button.get("value") or "")]


def _post(client: Client, address: str, fields: list[tuple[str, str]]) -> None:
    """Sent, and then as if it had not been."""
    kept, query = copy(client.cookies), QueryDict(mutable=True)
    for field, value in fields:
        query.appendlist(field, value)
    with transaction.atomic():
        client.post(address, query.urlencode(), content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    client.cookies = kept


@pytest.mark.parametrize(("who", "forms"), [("manager", 90), ("owner", 15), ("translator", 5), ("the city", 5)])
def test_what_the_sites_own_forms_send_is_asked_for(
    world: World, person: Any, caplog: pytest.LogCaptureFixture, who: str, forms: int
) -> None:
    """An ordinary day logs nothing: every form of every page is sent as it is shown, with each of its buttons, each kind of it once."""
    caplog.set_level(logging.WARNING, "seoulution.forms")
    client = Client(raise_request_exception=False) if who == "the city" else _client(who, person)
    if who == "the city":
        client.cookies["city"] = world.token
    sent: set[tuple[str, tuple[str, ...]]] = set()
    for name, row in TABLE.items():
        if row.post_only or (row.rule == LINK) is not (who == "the city"):
            continue
        if who in ("owner", "translator") and row.rule in (OPEN, ACCOUNT):
            continue  # the manager has sent these
        page = reverse(name, kwargs=world.arguments[row.about])
        answer = client.get(page)
        if answer.status_code != 200 or answer.streaming or b"<form" not in answer.content:
            continue
        for form in html.fromstring(answer.content).forms:
            for address, fields in _sendings(form, page) if form.method == "POST" else ():
                shape = (resolve(urlsplit(address).path).view_name, tuple(sorted({field for field, _value in fields})))
                if shape not in sent:
                    sent.add(shape)
                    _post(client, address, fields)
    told = [record.getMessage() for record in caplog.records if record.name == "seoulution.forms"]
    assert len(sent) >= forms and not told, told
