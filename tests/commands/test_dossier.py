"""`seoulution dossier` writes a paper or says in one line why not."""

import json
from pathlib import Path

import pytest

from seoulution.apps.demand.models import SharingRequest
from seoulution.cli import main

pytestmark = pytest.mark.django_db
LEAKS = "We lose half of our treated water through leaks in old pipes."


def test_a_text_and_a_city_become_a_dossier_in_a_file_and_nothing_is_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, before = tmp_path / "dossier.json", SharingRequest.objects.count()
    code = main(["dossier", "--text", LEAKS, "--city", "Metro Manila", "--format", "json", "--lang", "ko", "--out", str(out)])
    assert code == 0
    paper = json.loads(out.read_text(encoding="utf-8"))
    assert (paper["format"], paper["language"], len(paper["sections"])) == ("seoulution.document", "ko", 10)
    assert f"{out.stat().st_size:,} bytes" in capsys.readouterr().err
    assert SharingRequest.objects.count() == before
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.json"]


def test_a_stored_request_goes_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["dossier", "--request", "metro-manila-2013", "--format", "json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["identifier"] == "metro-manila-2013"


def test_a_letter_is_read_from_a_file(tmp_path: Path) -> None:
    letter, out = tmp_path / "letter.txt", tmp_path / "dossier.json"
    letter.write_text("Las tuberías tienen fugas y perdemos la mitad del agua.", encoding="utf-8")
    assert main(["dossier", "--file", str(letter), "--city", "metro-manila", "--format", "json", "--out", str(out)]) == 0
    assert "Las tuberías tienen fugas" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--text", LEAKS, "--city", "Metro Manilla"], "Did you mean: Metro Manila (metro-manila)"),
        (["--text", LEAKS, "--city", "xxqq"], "Codes are listed at /cities/"),
        (["--text", LEAKS], "a text needs a city"),
        (["--request", "none-2099"], "no request has the code 'none-2099'"),
        (["--file", "no-such-letter.txt", "--city", "metro-manila"], "no-such-letter.txt is not a file"),
    ],
)
def test_what_can_not_be_done_is_refused_in_one_line(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "dossier.html"
    assert main(["dossier", *arguments, "--out", str(out)]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert not out.exists()


def test_a_letter_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"x" * 2_000_001)
    assert main(["dossier", "--file", str(letter), "--city", "metro-manila"]) == 1
    assert "larger than 2,000,000 bytes" in capsys.readouterr().err


def test_a_folder_that_does_not_exist_is_said_and_nothing_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "none" / "dossier.json"
    assert main(["dossier", "--request", "metro-manila-2013", "--format", "json", "--out", str(out)]) == 1
    assert "could not be written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
