"""Which address is open to whom."""

from typing import Final

from seoulution.apps.accounts.roles import ROLES, Permission
from tools import markdown
from tools.addresses import Address, addresses
from tools.markdown import code, table

RULES: Final = {
    "open": "everyone",
    "private-link": "whoever holds the city's private link",
    "signed-in": "any account",
}


def page() -> str:
    """One row per address."""
    rows = [(code(one.pattern), code(one.name), who(one)) for one in addresses()]
    text = (
        "Signed out, a page that needs an account leads to sign-in. A role without the permission is refused (403); an object that "
        "is not the reader's does not exist for them (404). `tests/trust/` tries every address with every role."
    )
    return markdown.page(
        "Access",
        "the resolver and the marks of `web/shared/access.py`",
        text,
        table(("address", "name", "open to"), rows),
    )


def who(address: Address) -> str:
    """The rule in words, with the roles that have the permission."""
    if address.access is None:
        return "**no rule**"
    if address.access in RULES:
        return RULES[address.access]
    return f"{code(address.access)}: {_roles(Permission(address.access))}"


def _roles(permission: Permission) -> str:
    return ", ".join(role.code for role in ROLES.values() if permission in role.permissions)
