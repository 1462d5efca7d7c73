"""The disk fills up, or a process dies in the middle: the answer is clear, and nothing acknowledged is lost or half there."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from seoulution.apps.demand import attachments, services
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, IncomingFile

pytestmark = [pytest.mark.trust, pytest.mark.django_db]


@pytest.fixture
def full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder on a file system of one megabyte, already nearly full."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("a small file system can't be mounted here (needs root); the full disk was not tried")
    (place / "ballast").write_bytes(b"x" * 900_000)
    monkeypatch.setenv("SEOULUTION_HOME", str(place))
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_an_attachment_that_does_not_fit_keeps_nothing_and_says_so(full_disk: Path) -> None:
    before = SharingRequest.objects.count()
    large = IncomingFile("plan.pdf", "application/pdf", b"x" * 500_000)
    with pytest.raises(attachments.AttachmentNotKept):
        services.receive(Incoming("Water leaks", "Lima", files=(large,)), channel=Channel.FORM, by=None)
    assert SharingRequest.objects.count() == before
    assert list((full_disk / "attachments").iterdir()) == []


def test_the_request_itself_is_still_taken_on_a_full_disk(full_disk: Path) -> None:
    request, _ = services.receive(Incoming("Water leaks", "Lima"), channel=Channel.FORM, by=None)
    assert request.needs.exists()


def test_a_dossier_file_that_does_not_fit_leaves_the_older_one_as_it_was(full_disk: Path) -> None:
    from seoulution.commands.django_ready import CommandRefused
    from seoulution.commands.dossier import _write

    target = full_disk / "dossier.pdf"
    target.write_bytes(b"older")
    with pytest.raises(CommandRefused, match="could not be written"):
        _write(target, b"x" * 500_000)
    assert target.read_bytes() == b"older"
    assert [path.name for path in full_disk.iterdir() if "partial" in path.name] == []


@pytest.mark.django_db(transaction=False)
def test_a_server_killed_while_building_a_dossier_leaves_neither_half_a_dossier_nor_a_changed_request() -> None:
    code = textwrap.dedent("""
        import os, sys, django
        from django.conf import settings
        django.setup()
        from django.db import connection
        settings.DATABASES["default"]["NAME"] = sys.argv[1]
        connection.settings_dict["NAME"] = sys.argv[1]
        from seoulution.apps.demand.models import SharingRequest
        from seoulution.apps.publishing.services import dossiers as services
        from seoulution.engine.vocabulary import Language
        real = services.inputs_hash
        def dying(request):
            services.Dossier.objects.create(sharing_request=request, language="en", document={}, inputs_hash="half")
            os.kill(os.getpid(), 9)
        services.inputs_hash = dying
        services.build_dossier(SharingRequest.objects.get(code="metro-manila-2013"), language=Language.EN, by=None)
    """)
    name = str(settings.DATABASES["default"]["NAME"])
    ended = subprocess.run(
        [sys.executable, "-c", code, name],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "seoulution.config.settings.test"},
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    request = SharingRequest.objects.get(code="metro-manila-2013")
    assert not request.dossiers.filter(inputs_hash="half").exists()
    assert request.received_at <= timezone.now()
