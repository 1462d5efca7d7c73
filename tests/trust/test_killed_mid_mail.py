"""T32 for mail: a process killed while it writes a digest, files a letter or takes one in leaves nothing half there, and it can be done again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from tests.formats.letters import letter
from tests.loaded_database import address, copied, working_on

pytestmark = pytest.mark.trust

PROGRAM = Path(__file__).with_name("killed_mid_mail.py")


@pytest.fixture
def killed(django_db_setup: None, django_db_blocker: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A person with an unread notice and an address, a letter that waits; then every piece of work, killed in the middle."""
    from seoulution.apps.accounts.models import User
    from seoulution.apps.correspondence.models import Notice
    from seoulution.apps.correspondence.services.intake import take_in
    from seoulution.apps.correspondence.services.notices import tell

    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    with django_db_blocker.unblock(), copied("midmail") as name, working_on(name):
        officer = User.objects.create(username="killed-officer", role="officer", email="kim@seoul.example")
        tell(officer, kind="task-given", key="1", about="task", about_code="1", path="/office/", why="task-owner", subject="x")
        Notice.objects.update(at=timezone.now() - timedelta(days=2))
        take_in(letter(files={"plan.txt": b"1.2 m"}), how="file")
        inherited = {key: value for key, value in os.environ.items() if key != "SEOULUTION_EMBEDDED_SOCKET"}
        path = os.pathsep.join(each for each in sys.path if each)
        environment = {**inherited, "DATABASE_URL": address(name), "PYTHONPATH": path}
        environment["DJANGO_SETTINGS_MODULE"] = "seoulution.config.settings.test"
        ended = subprocess.run([sys.executable, str(PROGRAM)], env=environment, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr
        yield


def test_nothing_is_half_there_and_everything_can_be_done_again(killed: None) -> None:
    from seoulution.apps.accounts.models import User
    from seoulution.apps.correspondence.models import IncomingMail, Notice, OutgoingMail
    from seoulution.apps.correspondence.services import digests
    from seoulution.apps.correspondence.services.intake import take_in
    from seoulution.apps.demand.models import SharingRequest
    from seoulution.apps.engagements.services.mail_filing import file_to_request
    from seoulution.apps.publishing.notice_reach import readable, worded

    assert not OutgoingMail.objects.exists() and Notice.objects.get().mail is None
    mail, request = IncomingMail.objects.get(), SharingRequest.objects.all()[0]
    assert mail.state == "new" and not request.messages.exists() and not request.attachments.exists()

    assert digests.write_digests(timezone.now(), wording=worded, may_read=readable) == 1
    file_to_request(mail, request, by=User.objects.get(username="killed-officer"))
    assert request.attachments.get().original_name == "plan.txt"
    assert take_in(letter(message_id="<second@manila.example>"), how="file")[1]
