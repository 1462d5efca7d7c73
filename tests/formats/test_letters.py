"""A mail is read into values whatever its shape, fetches nothing, and never breaks the reader."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.letters import letter

from seoulution.engine.findings import Finding
from seoulution.formats.letters import MOST_TEXT, Letter, read_letter

LIMIT = 1_000_000


def _read(data: bytes) -> Letter:
    found = read_letter(data, limit_bytes=LIMIT)
    assert isinstance(found, Letter), found
    return found


def test_a_plain_letter_is_read_whole() -> None:
    found = _read(letter(references="<a@x> <b@y>", in_reply_to="<b@y>", subject="수도관 질문"))
    assert (found.message_id, found.refers_to) == ("<pipes@manila.example>", ("<b@y>", "<a@x>"))
    assert (found.from_name, found.from_address, found.to) == ("Ana Reyes", "ana@manila.example", ("office@seoul.example",))
    assert (found.subject, found.text) == ("수도관 질문", "How deep do mains lie?")
    assert found.sent_at == datetime(2026, 11, 24, 1, tzinfo=UTC)


def test_of_text_and_html_the_text_is_read_and_html_alone_is_made_text() -> None:
    assert _read(letter(text="plain", html="<p>rich</p>")).text == "plain"
    assert _read(letter(text="", html="<p>Xin chào</p><p>Nước</p>")).text == "Xin chào\n\nNước"


def test_a_text_in_an_old_korean_encoding_is_read() -> None:
    head = b"From: kim@x.example\nSubject: =?euc-kr?B?vsiz5w==?=\nContent-Type: text/plain; charset=euc-kr\n\n"
    assert _read(head + "누수가 많습니다".encode("euc-kr")).text == "누수가 많습니다"


def test_an_unknown_encoding_is_read_as_well_as_it_goes() -> None:
    head = b"From: kim@x.example\nSubject: a\nContent-Type: text/plain; charset=klingon\n\n"
    assert _read(head + "물".encode()).text == "물"


def test_each_attachment_is_judged_by_what_is_in_it() -> None:
    found = _read(letter(files={"plan.txt": b"1.2 m", "run.pdf": b"MZ" + b"\x00" * 100, "../../x.txt": b"y"}))
    assert [(one.number, one.name, one.finding is None) for one in found.enclosed] == [
        (1, "plan.txt", True),
        (2, "run.pdf", False),
        (3, "x.txt", True),
    ]
    assert found.enclosed[1].data == b""


def test_an_enclosed_letter_is_an_attachment_like_any_other_and_not_opened() -> None:
    found = _read(letter(text="outer", files={"inner.eml": letter(text="inner")}))
    assert (found.text, [one.content_type for one in found.enclosed]) == ("outer", ["message/rfc822"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "upload.empty"),
        (letter(from_=""), "upload.not-a-letter"),
        (letter(subject="", date="", message_id=""), "upload.not-a-letter"),
        (b"x" * (LIMIT + 1), "upload.too-large"),
    ],
)
def test_what_is_no_letter_is_refused(data: bytes, code: str) -> None:
    found = read_letter(data, limit_bytes=LIMIT)
    assert isinstance(found, Finding) and found.code == code


def test_a_letter_of_very_many_parts_is_refused() -> None:
    found = read_letter(letter(files={f"{number}.txt": b"x" for number in range(60)}), limit_bytes=LIMIT)
    assert isinstance(found, Finding)


def test_a_very_long_text_is_read_up_to_a_limit() -> None:
    assert len(_read(letter(text="x" * 70 + "\n" + "word " * 60_000)).text) == MOST_TEXT


@pytest.mark.parametrize("name", ["date", "to", "subject", "from"])
@pytest.mark.parametrize("value", ["=?utf-8?B?!!!?=", "@@,,;:<", "\x01\x02", "Tue, 99 Foo 99999 99:99"])
def test_a_broken_header_breaks_nothing(name: str, value: str) -> None:
    lines = {"from": "a@x.example", "to": "b@y.example", "subject": "s", "date": "Tue, 24 Nov 2026 09:00:00 +0800"} | {
        name: value
    }
    found = read_letter("".join(f"{key}: {line}\n" for key, line in lines.items()).encode() + b"\nhello", limit_bytes=LIMIT)
    assert isinstance(found, Letter | Finding)


@given(
    st.binary(max_size=400),
    st.sampled_from(
        [b"", b"From: a@x.example\nSubject: s\n", b"From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n"]
    ),
)
def test_no_bytes_break_the_reader(data: bytes, head: bytes) -> None:
    assert isinstance(read_letter(head + data, limit_bytes=LIMIT), Letter | Finding)
