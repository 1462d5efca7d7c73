"""The two protocols against real local servers that speak them: well, slowly, wrongly, and losing what they must keep."""

import json
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from seoulution.engine.vocabulary import Language
from seoulution.language.machine_requests import MachineRefused
from seoulution.language.machine_translation import MachineKind, MachineSettings, draft, machine_of

TEXT = "Revenue water rose to [94.4 %](claim:rwr-2013)."
SPANISH = 'El agua facturada subió al <c id="1">94,4 %</c>.'
Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


@contextmanager
def served(answer: Answer) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A service on this machine, and every question it was asked: path, headers and body."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append({"path": self.path, "headers": dict(self.headers), "body": body})
            with_quiet(lambda: answer(self, body))

        def do_GET(self) -> None:
            asked.append({"path": self.path, "headers": dict(self.headers), "body": None})
            told(self, {"translatedText": SPANISH})

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    server: socketserver.BaseServer = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()


def with_quiet(do: Callable[[], None]) -> None:
    """The client may hang up: that is what some tests are about."""
    with suppress(OSError):
        do()


def told(handler: BaseHTTPRequestHandler, body: Any, status: int = 200) -> None:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(raw)))
    handler.end_headers()
    handler.wfile.write(raw)


def chat(content: Any) -> dict[str, Any]:
    return {
        "id": "1",
        "object": "chat.completion",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": content}}],
    }


def settings(url: str, kind: MachineKind, seconds: float = 5) -> MachineSettings:
    return MachineSettings(kind, url, key="a-key", model="a-model", seconds=seconds)


def drafted(url: str, kind: MachineKind, seconds: float = 5) -> str:
    machine = machine_of(settings(url, kind, seconds))
    return draft(machine, TEXT, Language.EN, Language.ES, [("revenue water", "agua facturada")])


def refused(answer: Answer, kind: MachineKind = MachineKind.LIBRETRANSLATE, seconds: float = 5) -> tuple[str, dict[str, str]]:
    with served(answer) as (url, _), pytest.raises(MachineRefused) as error:
        drafted(url, kind, seconds)
    return error.value.finding.code, dict(error.value.finding.parameters)


def test_an_openai_compatible_service_is_asked_as_it_expects() -> None:
    with served(lambda handler, _: told(handler, chat(SPANISH))) as (url, asked):
        text = drafted(f"{url}/v1/", MachineKind.OPENAI)
    assert text == "El agua facturada subió al [94,4 %](claim:rwr-2013)."
    (question,) = asked
    assert question["path"] == "/v1/chat/completions"
    assert question["headers"]["Authorization"] == "Bearer a-key"
    assert question["body"]["model"] == "a-model"
    rules, given = question["body"]["messages"]
    assert (rules["role"], given["role"]) == ("system", "user")
    assert "English to Spanish" in rules["content"] and "revenue water = agua facturada" in rules["content"]
    assert given["content"] == 'Revenue water rose to <c id="1">94.4 %</c>.'


def test_a_libretranslate_compatible_service_is_asked_as_it_expects() -> None:
    with served(lambda handler, _: told(handler, {"translatedText": SPANISH})) as (url, asked):
        text = drafted(url, MachineKind.LIBRETRANSLATE)
    assert text == "El agua facturada subió al [94,4 %](claim:rwr-2013)."
    assert asked[0]["path"] == "/translate"
    body = {"source": "en", "target": "es", "format": "html", "api_key": "a-key"}
    assert asked[0]["body"] == {**body, "q": 'Revenue water rose to <c id="1">94.4 %</c>.'}


def test_texts_are_marked_with_the_name_of_the_engine() -> None:
    assert machine_of(settings("https://a.example/v1", MachineKind.OPENAI)).engine == "a-model"
    assert machine_of(settings("https://lt.example", MachineKind.LIBRETRANSLATE)).engine == "LibreTranslate, lt.example"


@pytest.mark.parametrize("status", [400, 401, 403, 429, 500, 503])
def test_a_status_of_failure_is_told_with_its_number(status: int) -> None:
    assert refused(lambda handler, _: told(handler, {"error": "no"}, status)) == ("machine.status", {"status": str(status)})


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>busy</html>",
        b"\xff\xfe\x00",
        b"[" * 50_000,
        [],
        {"translatedText": None},
        {"translatedText": ["a"]},
        {"text": SPANISH},
        {"translatedText": "x" * 2_000_000},
    ],
)
def test_garbage_is_no_translation(body: Any) -> None:
    assert refused(lambda handler, _: told(handler, body))[0] == "machine.garbage"


@pytest.mark.parametrize("body", [{}, {"choices": []}, {"choices": [{"message": {}}]}, chat(None), chat([{"text": "a"}])])
def test_garbage_of_the_other_protocol_neither(body: Any) -> None:
    assert refused(lambda handler, _: told(handler, body), MachineKind.OPENAI)[0] == "machine.garbage"


@pytest.mark.parametrize("lost", ["El agua subió.", SPANISH + SPANISH, 'El agua <c id="7">94,4 %</c>'])
def test_a_text_that_lost_its_reference_is_refused(lost: str) -> None:
    assert refused(lambda handler, _: told(handler, {"translatedText": lost}))[0] == "machine.reference-lost"
    assert refused(lambda handler, _: told(handler, chat(lost)), MachineKind.OPENAI)[0] == "machine.reference-lost"


def test_a_service_that_does_not_answer_in_time_is_slow() -> None:
    began = time.monotonic()
    assert refused(lambda *_: time.sleep(3), seconds=0.4) == ("machine.slow", {"seconds": "0.4"})
    assert time.monotonic() - began < 2


def test_a_service_that_drips_is_slow_too() -> None:
    def drip(handler: BaseHTTPRequestHandler, _: Any) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _piece in range(200):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    began = time.monotonic()
    assert refused(drip, seconds=0.5)[0] == "machine.slow"
    assert time.monotonic() - began < 3


def test_an_answer_without_end_is_cut() -> None:
    def pour(handler: BaseHTTPRequestHandler, _: Any) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)

    assert refused(pour)[0] == "machine.garbage"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_told_and_not_followed(status: int) -> None:
    with served(lambda handler, _: told(handler, {"translatedText": SPANISH})) as (elsewhere, asked):

        def move(handler: BaseHTTPRequestHandler, _: Any) -> None:
            handler.send_response(status)
            handler.send_header("Location", f"{elsewhere}/translate")
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        assert refused(move) == ("machine.moved", {"status": str(status)})
    assert asked == []


def test_nobody_there_and_a_broken_line_are_told() -> None:
    with served(lambda *_: None) as (url, _):
        pass
    with pytest.raises(MachineRefused) as error:
        drafted(url, MachineKind.LIBRETRANSLATE)
    assert error.value.finding.code == "machine.not-reached"
    assert refused(lambda handler, _: handler.connection.close())[0] == "machine.not-reached"


def test_a_text_that_is_too_long_is_not_sent() -> None:
    with served(lambda handler, _: told(handler, {"translatedText": "x"})) as (url, asked):
        machine = machine_of(settings(url, MachineKind.LIBRETRANSLATE))
        with pytest.raises(MachineRefused) as error:
            draft(machine, "x" * 20_001, Language.EN, Language.ES)
    assert (error.value.finding.code, asked) == ("machine.too-long", [])
