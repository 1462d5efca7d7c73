"""Does one piece of the work with mail in a child that is killed (-9) in the middle of it. Run as a program: WHICH."""

import os
import signal
import sys


def _die(*_args: object, **_kwargs: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def digest() -> None:
    """Killed when the mail is written and its notices are not yet marked."""
    from django.utils import timezone

    from seoulution.apps.correspondence.services import digests
    from seoulution.apps.publishing.notice_reach import readable, worded

    real = digests.queue_mail

    def written_then_killed(**fields: object) -> None:
        real(**fields)  # type: ignore[arg-type]
        _die()

    digests.queue_mail = written_then_killed  # type: ignore[assignment]
    digests.write_digests(timezone.now(), wording=worded, may_read=readable)


def filing() -> None:
    """Killed when the letter is a word in the request's file and not yet settled."""
    from seoulution.apps.accounts.models import User
    from seoulution.apps.correspondence.models import IncomingMail
    from seoulution.apps.demand.models import SharingRequest
    from seoulution.apps.engagements.services import mail_filing

    mail_filing.settle = _die  # type: ignore[assignment]
    officer = User.objects.get(username="killed-officer")
    mail_filing.file_to_request(IncomingMail.objects.get(), SharingRequest.objects.all()[0], by=officer)


def intake() -> None:
    """Killed when the original is on disk and its row is not there."""
    from tests.formats.letters import letter

    from seoulution.apps.correspondence.services import intake as services

    services._row = _die  # type: ignore[assignment]
    services.take_in(letter(message_id="<second@manila.example>"), how="file")


def main() -> None:
    """All of them, one child each; ends with 0 when each was killed."""
    import django

    django.setup()
    for work in (digest, filing, intake):
        child = os.fork()
        if child == 0:
            work()
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != -signal.SIGKILL:
            sys.exit(f"{work.__name__} was not killed")


if __name__ == "__main__":
    main()
