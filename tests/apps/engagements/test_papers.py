"""Reading papers on file: who sees which, and what leaves of them."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from tests.apps.engagements.signatories import engagement, letter

from seoulution.apps.demand import attachments
from seoulution.apps.engagements.models import EngagementMember
from seoulution.apps.engagements.papers import papers_for, passed_on, remarks_of
from seoulution.apps.engagements.services.papers import add_paper
from seoulution.engine.findings import Severity

pytestmark = pytest.mark.django_db


def photograph() -> bytes:
    """A picture that says where it was taken."""
    made, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "CAMERA-MAKER"
    exif.get_ifd(0x8825)[2] = (14.0, 35.0, 58.0)
    Image.new("RGB", (8, 8), "white").save(made, "JPEG", exif=exif)
    return made.getvalue()


def test_a_picture_leaves_without_place_and_camera_and_is_kept_as_it_came(person: Callable[..., Any]) -> None:
    version = add_paper(engagement(), title="Site", name="site.jpg", data=photograph(), by=person("officer"))
    assert b"CAMERA-MAKER" in attachments.read(version.stored_name)
    left = passed_on(version)
    assert b"CAMERA-MAKER" not in left
    with Image.open(io.BytesIO(left)) as opened:
        assert not opened.getexif().get_ifd(0x8825)


def test_any_other_paper_leaves_as_it_came(person: Callable[..., Any]) -> None:
    version = letter(person("officer"))
    assert passed_on(version) == attachments.read(version.stored_name)


def test_a_sensitive_paper_is_seen_by_the_files_own_people_managers_and_auditors(person: Callable[..., Any]) -> None:
    officer, reader, other = person("officer"), person("officer", name="reader"), person("officer", name="other")
    row = engagement()
    row.owner = officer
    row.save()
    EngagementMember.objects.create(engagement=row, user=reader, part="reader")
    letter(officer, is_sensitive=True)
    seen = [papers_for(user, row).exists() for user in (officer, reader, other, person("manager"), person("auditor"))]
    assert seen == [True, True, False, True, True]


def test_remarks_come_back_as_findings(person: Callable[..., Any]) -> None:
    officer = person("officer")
    letter(officer)
    again = letter(officer, title="The same")
    found = remarks_of(again)[0]
    assert (found.code, found.severity) == ("paper.same-bytes", Severity.WARNING)
