import io
import time
import zipfile

import pytest

from seoulution.formats.archives import ArchiveLimits, ArchiveRefused, checked_archive


def archive(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_harmless_archive_is_read_back(method: int) -> None:
    checked = checked_archive(archive({"a.xml": b"<a/>", "b/c.bin": bytes(range(256)) * 3000}, method))
    assert checked.names == ("a.xml", "b/c.bin")
    assert checked.read("a.xml") == b"<a/>"


def test_a_marker_is_found_across_the_pieces_it_is_read_in() -> None:
    content = b"." * ((1 << 18) - 5) + b"MARKER-ACROSS" + b"." * 100
    assert checked_archive(archive({"a": content}), marker=b"MARKER-ACROSS").has_marker
    assert not checked_archive(archive({"a": content}), marker=b"ANOTHER").has_marker


def test_limits_are_those_that_were_asked_for() -> None:
    content = archive({str(number): b"x" for number in range(5)})
    assert checked_archive(content, ArchiveLimits(entries=5))
    with pytest.raises(ArchiveRefused, match="too-many-entries"):
        checked_archive(content, ArchiveLimits(entries=4))
    with pytest.raises(ArchiveRefused, match="bomb"):
        checked_archive(content, ArchiveLimits(inflated_bytes=4))


def test_a_part_that_two_readers_would_call_differently_is_refused() -> None:
    content = archive({"word/a.xml": b"x"}).replace(b"word/a.xml", b"word/b.xml", 1)
    with pytest.raises(ArchiveRefused, match="broken"):
        checked_archive(content)


def test_another_compression_is_refused() -> None:
    with pytest.raises(ArchiveRefused, match="unknown compression"):
        checked_archive(archive({"a": b"x" * 1000}, zipfile.ZIP_LZMA))


def test_a_hundred_megabytes_are_looked_through_in_time() -> None:
    noise = bytes(range(256)) * 4096
    content = archive({str(number): noise for number in range(90)}, zipfile.ZIP_STORED)
    started = time.perf_counter()
    assert len(checked_archive(content, marker=b"EICAR").names) == 90
    assert time.perf_counter() - started < 2
