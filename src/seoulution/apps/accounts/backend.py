"""Who signs in by name and password, as Django has it; who is signed in is read by a standing question, since every page asks."""

from functools import cache
from typing import Any, Final

from django.contrib.auth.backends import ModelBackend
from django.db import DEFAULT_DB_ALIAS

from seoulution.apps.accounts.models import User
from seoulution.apps.prepared import A_KEY, Prepared


@cache
def _columns() -> tuple[str, ...]:
    return tuple(field.attname for field in User._meta.concrete_fields)


_PERSON: Final = Prepared(lambda user: User.objects.filter(pk=user).values_list(*_columns()), user=A_KEY)


class PersonBackend(ModelBackend):
    """Passwords are checked by Django's own."""

    def get_user(self, user_id: Any) -> User | None:
        """The account of a session; None for one that is gone or closed."""
        rows = _PERSON(user=User._meta.pk.to_python(user_id))
        user = User.from_db(DEFAULT_DB_ALIAS, _columns(), rows[0]) if rows else None
        return user if self.user_can_authenticate(user) else None
