"""`seoulution request` takes in a request and shows the city's private link once."""

import re
from pathlib import Path

import pytest
from django.utils import timezone

from seoulution.apps.demand.links import link_of
from seoulution.apps.demand.models import SharingRequest
from seoulution.cli import main

pytestmark = pytest.mark.django_db
LEAKS = "We lose half of our treated water through leaks in old pipes."


def test_a_request_is_kept_matched_and_its_link_opens_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["request", "--city", "Metro Manila", "--text", LEAKS, "--office", "Deputy mayor"]) == 0
    printed = capsys.readouterr().out
    token = re.search(r"/c/([\w-]{43})/", printed)
    assert token is not None
    link = link_of(token[1], now=timezone.now())
    assert link is not None
    request = link.sharing_request
    assert (request.text, request.requester_role, request.channel) == (LEAKS, "Deputy mayor", "command")
    assert f"request {request.code}: 1 needs, language en" in printed
    assert request.needs.get().matches.exists()


def test_a_place_that_is_not_on_record_is_kept_as_written_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["request", "--city", "Metro Manilla", "--text", LEAKS]) == 0
    assert "kept as written. Near: Metro Manila (metro-manila)" in capsys.readouterr().err
    assert SharingRequest.objects.get(city_as_written="Metro Manilla").city is None


def test_a_letter_is_read_from_a_file(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("물이 샌다", encoding="utf-8")
    assert main(["request", "--city", "Lima", "--file", str(letter)]) == 0
    assert SharingRequest.objects.filter(text="물이 샌다").count() == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--text", "  \n "], "the request has no text"),
        (["--text", LEAKS, "--language", "tlh"], "'tlh' is not one of ko, en"),
        (["--file", "no-such-letter.txt"], "no-such-letter.txt is not a file"),
    ],
)
def test_what_can_not_be_taken_in_is_refused_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = SharingRequest.objects.count()
    assert main(["request", "--city", "Lima", *arguments]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert SharingRequest.objects.count() == before
