"""What each role may do."""

from seoulution.apps.accounts.role_words import FILE_RULES
from seoulution.apps.accounts.roles import ROLES, Permission
from tools import markdown
from tools.markdown import code, table


def page() -> str:
    """The roles in words, who may what, and the rules that no table shows."""
    roles = list(ROLES.values())
    words = table(
        ("role", "한국어", "English", "what the role is for"),
        ((code(role.code), role.names["ko"], role.names["en"], role.description) for role in roles),
    )
    rights = table(
        ("permission", *(role.code for role in roles)),
        (
            (code(permission.value), *("yes" if permission in role.permissions else "" for role in roles))
            for permission in Permission
        ),
    )
    files = "\n".join(f"- **{name}.** {rule}" for name, rule in FILE_RULES)
    return markdown.page("Roles", "`apps/accounts/roles.py`", words, "## Who may what", rights, "## Which files", files)
