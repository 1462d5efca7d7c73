"""`seoulution person NAME --role ROLE`: an account with a one-time password, or a new one-time password for it."""

import argparse
from typing import Any

from seoulution.commands.django_ready import CommandRefused, ready


def register(words: Any) -> None:
    """Adds the word to the command line."""
    parser = words.add_parser("person", help="add a person or give a new one-time password")
    parser.add_argument("name")
    parser.add_argument("--role", default="officer", help="officer, manager, owner, analyst, auditor, partner")
    parser.add_argument("--agency", help="code of the body the person works for (owner, partner)")
    parser.add_argument("--new-password", action="store_true", help="the person is locked out: issue a new one-time password")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Prints the one-time password, once."""
    ready()
    from seoulution.apps.accounts.models import User
    from seoulution.apps.accounts.roles import ROLES
    from seoulution.apps.accounts.services import ensure_person, issue_one_time_password
    from seoulution.apps.network.models import Agency
    from seoulution.apps.network.services import affiliate

    if chosen.new_password:
        user = User.objects.filter(username=chosen.name).first()
        if user is None:
            raise CommandRefused(
                f"nobody is called {chosen.name!r}. Add the person first: seoulution person {chosen.name} --role officer"
            )
        print(f"{chosen.name}: one-time password {issue_one_time_password(user)}")
        return 0
    if chosen.role not in ROLES or chosen.role == "public":
        raise CommandRefused(f"{chosen.role!r} is not a role. Roles: {', '.join(code for code in ROLES if code != 'public')}")
    agency = None
    if chosen.agency:
        agency = Agency.objects.filter(code=chosen.agency).first()
        if agency is None:
            raise CommandRefused(f"no body has the code {chosen.agency!r}. Codes are listed at /office/network/")
    user, password = ensure_person(chosen.name, role=ROLES[chosen.role])
    if agency is not None:
        affiliate(user, agency=agency)
    print(
        f"{chosen.name}: one-time password {password}"
        if password
        else f"{chosen.name} is there already and has an own password."
    )
    return 0
