"""`seoulution person NAME --role ROLE`: an account with a one-time password, or a new one-time password for it."""

import argparse
from typing import Any, Final

from seoulution.apps.accounts.roles import ROLES, Officer
from seoulution.commands.django_ready import CommandRefused, ready

GIVEN: Final = ", ".join(code for code in ROLES if code != "public")


def register(words: Any) -> None:
    """Adds the word to the command line."""
    parser = words.add_parser("person", help="add a person or give a new one-time password")
    parser.add_argument("name")
    parser.add_argument("--role", help=f"{GIVEN}; a new person without it is an officer, an existing one keeps theirs")
    parser.add_argument("--agency", help="code of the body the person works for (owner, partner)")
    parser.add_argument("--new-password", action="store_true", help="the person is locked out: issue a new one-time password")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Says what changed and prints the one-time password, once. Refused, it changes nothing."""
    ready()
    from seoulution.apps.accounts.models import User
    from seoulution.apps.accounts.services import change_role, ensure_person, issue_one_time_password
    from seoulution.apps.network.models import Agency
    from seoulution.apps.network.services import affiliate

    name = chosen.name
    role = ROLES.get(chosen.role) if chosen.role else None
    if chosen.role and (role is None or role.code == "public"):
        raise CommandRefused(f"{chosen.role!r} is not a role. Roles: {GIVEN}")
    agency = Agency.objects.filter(code=chosen.agency).first() if chosen.agency else None
    if chosen.agency and agency is None:
        raise CommandRefused(f"no body has the code {chosen.agency!r}. Codes are listed at /office/network/")
    existing = User.objects.filter(username=name).first()
    if chosen.new_password and existing is None:
        raise CommandRefused(f"nobody is called {name!r}. Add the person first: seoulution person {name} --role officer")

    if existing is not None and role is not None and existing.role != role.code:
        change = f"role changed from {existing.role} to {role.code}"
        change_role(existing, role=role, reason=change, by="command line")
        print(f"{name}: {change}")
    user, password = ensure_person(name, role=role or Officer)
    if chosen.new_password:
        password = issue_one_time_password(user)
    if agency is not None:
        affiliate(user, agency=agency)
    print(f"{name}: one-time password {password}" if password else f"{name} is there already and has an own password.")
    return 0
