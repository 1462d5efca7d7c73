"""What every service asks first: whether the person may at all. Pages ask too, to hide what would be refused."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.engine.findings import Finding


class PersonRefused(Exception):
    """An account may not be changed so. Nothing was written; `findings` say all that stands in the way."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.code for finding in findings))


def required(by: User, *permissions: Permission) -> None:
    """The service refuses by itself, whoever calls it: one of the permissions is enough.

    raises PermissionDenied
    """
    if not any(by.may(permission) for permission in permissions):
        raise PermissionDenied(permissions[0])
