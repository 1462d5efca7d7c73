"""Sessions: the devices a person is signed in on, and their end."""

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest

from seoulution.apps.accounts.models import User


def end_all_sessions(user: User) -> None:
    """Counts the round up: from now on every session of the person is refused, on every server, without looking for it."""
    User.objects.filter(pk=user.pk).update(session_round=F("session_round") + 1)
    user.refresh_from_db(fields=["session_round"])


@transaction.atomic
def end_session(user: User, pk: int) -> bool:
    """Ends one of the person's own; False when it is over already or another's."""
    session = UserSession.objects.filter(user=user, pk=pk).first()
    if session is None:
        return False
    session.end()
    return True


def remember_device(request: HttpRequest) -> None:
    """The session of this request stands in the list of devices."""
    UserSession.objects.create_from_request(request)
