"""Two people of the waterworks at their desk, and a revision of one of its solutions in work."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import Draft, PolicySolution
from seoulution.apps.catalogue.services.editorial import act, open_draft
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate
from seoulution.engine.catalogue.editorial import EditorialAction

CODE = "revenue-water"
Person = Callable[..., Any]


def waterworker(person: Person, name: str) -> User:
    """Somebody of the waterworks."""
    user: User = person("owner", name)
    affiliate(user, agency=Agency.objects.get(code="office-of-waterworks"))
    return user


def signed_in(user: User) -> Client:
    """Their browser, in English."""
    client = Client()
    client.force_login(user, backend="seoulution.apps.accounts.backend.PersonBackend")
    client.cookies["language"] = "en"
    return client


def revised(by: User, code: str = CODE) -> PolicySolution:
    """The solution with a revision begun."""
    return act(PolicySolution.objects.get(code=code), EditorialAction.REVISE, by=by)


def draft_of(row: PolicySolution) -> Draft:
    """Its text in work, as stored now."""
    found = open_draft(row)
    assert found is not None
    return found


def address(name: str, *more: str, code: str = CODE) -> str:
    """An address of the editor."""
    return reverse(f"bureaus:{name}", args=[code, *more])


def filled(client: Client, path: str) -> dict[str, Any]:
    """What the form of a page would send if it were sent back unchanged."""
    from html.parser import HTMLParser

    class Reader(HTMLParser):
        """Names and values of the fields of `main`, as a browser would send them."""

        def __init__(self) -> None:
            super().__init__()
            self.sent: dict[str, list[str]] = {}
            self.area = self.select = ""
            self.inside = False

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            name = given.get("name") or ""
            if tag == "main":
                self.inside = True
            elif not self.inside:
                return
            elif tag == "input" and name and given.get("type") not in ("submit", "file"):
                if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                    unsaid = "on" if given.get("type") == "checkbox" else ""
                    self.sent.setdefault(name, []).append(given.get("value") or unsaid)
            elif tag == "textarea":
                self.area = name
                self.sent.setdefault(name, []).append("")
            elif tag == "select":
                self.select = name
            elif tag == "option" and self.select and "selected" in given:
                self.sent.setdefault(self.select, []).append(given.get("value") or "")

        def handle_endtag(self, tag: str) -> None:
            self.area = "" if tag == "textarea" else self.area
            self.select = "" if tag == "select" else self.select

        def handle_data(self, data: str) -> None:
            if self.area:
                self.sent[self.area][-1] += data

    response = client.get(path)
    assert response.status_code == 200, response.status_code
    reader = Reader()
    reader.feed(response.content.decode())
    return {name: [value.removeprefix("\n") for value in values] for name, values in reader.sent.items()}
