"""People at work in the office: each fills real forms and presses the button until an answer comes, as a person does."""

import http.client
import random
import re
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from tests.trust.served import Answer, Browser

PASSWORD: Final = "drei gelbe fische schwimmen"
CITY: Final = "bangkok"
TOGETHER: Final = 4
"""Rows of one change of several."""
GIVES_UP: Final = 0.08
"""How often a person whose connection broke walks away instead: such a write may be there or not, but never half."""
THINKS_SECONDS: Final = 0.4
PATIENCE_SECONDS: Final = 120.0
Asked = TypeVar("Asked")


class WalkedAway(Exception):
    """The connection broke and nobody pressed again."""


class Wrong(Exception):
    """An answer that no person should have got."""


@dataclass(frozen=True, slots=True)
class Written:
    """One form sent. `mark` is its unique text; `sure`: the person was told that it is done."""

    kind: str
    mark: str
    sure: bool


@dataclass
class Person:
    """One connection of the session, with files of its own so that nobody overtakes anybody."""

    number: int
    browser: Browser
    colleagues: tuple[str, str]
    chance: random.Random
    stop: threading.Event
    gives_up: float = GIVES_UP
    written: list[Written] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    pressed_again: int = 0
    waits: list[float] = field(default_factory=list)
    file: str = ""
    together: str = ""
    moved: int = 0
    turned: int = 0

    def work(self) -> None:
        """Until told to stop, one form after the other."""
        acts: list[Callable[[str], None]] = [self.open, self.contact, self.promise, self.task, self.move, self.change_several]
        try:
            self.prepare()
            while not self.stop.is_set():
                time.sleep(self.chance.uniform(0.0, THINKS_SECONDS))
                act = self.chance.choice(acts)
                mark = f"mark-{self.number}-{uuid.uuid4().hex}"
                try:
                    act(mark)
                except WalkedAway:
                    self.written.append(Written(act.__name__, mark, sure=False))
                    if act in (self.move, self.change_several):  # how they stand is not known now: this person takes new files
                        self.prepare()
                    continue
                self.written.append(Written(act.__name__, mark, sure=True))
        except Exception as error:  # said at the end, with what was done until then
            self.wrong.append(f"{type(error).__name__}: {error}")

    def prepare(self) -> None:
        """A file to work on, and those that are changed together."""
        self.file = self._opened(f"file-{uuid.uuid4().hex}", gives_up=False)
        self.together = f"together-{uuid.uuid4().hex}"
        for number in range(TOGETHER):
            self._opened(f"{self.together}-{number}", gives_up=False)
        self.moved = self.turned = 0

    def open(self, mark: str) -> None:
        """An engagement."""
        self._opened(mark)

    def _opened(self, mark: str, *, gives_up: bool = True) -> str:
        path = "/office/engagements/new/"
        fields = self._hidden(path) | {
            "name_ko": "방콕 협력", "name_en": mark, "city": CITY, "sector": "water", "stage": "exchange", "reason": mark,
            "lead": "city_hall", "activity": "advice", "money_flow": "none",
        }  # fmt: skip
        led_to = self._done(path, fields, gives_up)
        return led_to.rstrip("/").rpartition("/")[2]

    def contact(self, mark: str) -> None:
        """A meeting planned, with one person of each side."""
        path = f"/office/engagements/{self.file}/daily/contacts/add/"
        people = {"ours": "Kim Minji, officer", "theirs": "Somchai, engineer, Bangkok"}
        fields = {"kind": "meeting", "title": mark, "starts_at": "2030-01-02T10:00", "held": "no", **people}
        self._done(path, self._hidden(path) | fields)

    def promise(self, mark: str) -> None:
        """A word given."""
        path = f"/office/engagements/{self.file}/daily/promises/add/"
        fields = {"text": mark, "side": "ours", "promised_by": "Kim", "promised_to": "Somchai", "made_on": "2026-01-02"}
        self._done(path, self._hidden(path) | fields)

    def task(self, mark: str) -> None:
        """Something a colleague is to do, of which the colleague is told."""
        path = f"/office/engagements/{self.file}/daily/tasks/add/"
        self._done(path, self._hidden(path) | {"text": mark, "owner": self.chance.choice(self.colleagues)})

    def move(self, mark: str) -> None:
        """Out of the stage and into it again, in turn, with the reason."""
        path = f"/office/engagements/{self.file}/course/"
        act = ("break-off", "begin")[self.moved % 2]
        fields = self._hidden(path, action=f"{path}act/")
        self._done(f"{path}act/", fields | {"act": act, "to": "exchange", "reason": mark})
        self.moved += 1

    def change_several(self, mark: str) -> None:
        """Four files get another owner: chosen, looked at, confirmed."""
        path = "/office/engagements/change/"
        query = f"q={self.together}"
        listed = self._hidden(f"/office/engagements/?{query}", action=path, having="query")
        chosen = self._form(path, listed | {"all": "yes"})
        asked = {"step": "preview", "field": "owner", "owner": self.colleagues[self.turned % 2], "reason": mark}
        seen = self._form(path, chosen | asked)
        self.turned += 1
        self._done(path, seen | {"step": "apply"})

    def _form(self, path: str, fields: Mapping[str, str]) -> dict[str, str]:
        """A step that shows the next form and writes nothing."""
        shown = self._persistent(lambda: self.browser.post(path, fields), gives_up=False)
        if shown.status != 200:
            raise Wrong(f"{path} answered {shown.status} to a step of several changes")
        return Browser.fields_of(shown.text, having="sealed")

    def _hidden(self, path: str, *, action: str = "", having: str = "submission") -> dict[str, str]:
        def asked() -> dict[str, str]:
            page = self.browser.get(path)
            if page.status >= 500:
                raise ConnectionError(page.status)
            if page.status != 200:
                raise Wrong(f"{path} answered {page.status} {page.location}")
            return Browser.fields_of(page.text, action=action, having=having)

        return self._persistent(asked, gives_up=False)

    def _done(self, path: str, fields: Mapping[str, str], gives_up: bool = True) -> str:
        began = time.monotonic()
        answer = self._persistent(lambda: self.browser.post(path, fields), gives_up=gives_up)
        self.waits.append(time.monotonic() - began)
        if answer.status != 302 or "/sign-in/" in answer.location:
            raise Wrong(f"{path} answered {answer.status} {answer.location}: {_words(answer.text)}")
        return answer.location

    def _persistent(self, asks: Callable[[], Asked], *, gives_up: bool) -> Asked:
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            try:
                answer = asks()
            except (OSError, http.client.HTTPException):
                pass
            else:
                if not isinstance(answer, Answer) or answer.status < 500:
                    return answer
            if gives_up and self.chance.random() < self.gives_up:
                raise WalkedAway
            self.pressed_again += 1
            time.sleep(0.1)
        raise Wrong("no answer within two minutes")


def _words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())[:400]


def signed_in(port: int, name: str, one_time_password: str) -> Browser:
    """A browser whose person has chosen an own password."""
    browser = Browser(port)
    fields = browser.fields_of(browser.get("/sign-in/").text, having="csrfmiddlewaretoken")
    signed = browser.post("/sign-in/", fields | {"username": name, "password": one_time_password})
    assert signed.status == 302, signed.text[:500]
    fields = browser.fields_of(browser.get("/choose-password/").text, having="new_password1")
    chosen = browser.post("/choose-password/", fields | {"new_password1": PASSWORD, "new_password2": PASSWORD})
    assert chosen.status == 302, chosen.text[:500]
    return browser
