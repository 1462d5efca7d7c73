"""People who sign in, and the once-only marks that keep a repeated form from counting twice."""

import pghistory
from django.contrib.auth.models import AbstractUser
from django.db import models

from seoulution.apps.accounts.roles import ROLES, Permission, Role


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractUser):
    """A person with one role. `password_is_one_time` sends them to choose their own before anything else."""

    role = models.CharField(max_length=20, choices=[(code, role.names["en"]) for code, role in ROLES.items()], default="public")
    language = models.CharField(max_length=8, blank=True)
    password_is_one_time = models.BooleanField(default=False)

    class Meta(AbstractUser.Meta):
        constraints = [models.CheckConstraint(condition=models.Q(role__in=list(ROLES)), name="user_role_is_known")]

    @property
    def role_class(self) -> type[Role]:
        return ROLES[self.role]

    def may(self, permission: Permission) -> bool:
        """Whether the role grants it; a disabled account may nothing."""
        return self.is_active and permission in self.role_class.permissions


class Submission(models.Model):
    """One accepted form: the key it carried, and where its sender was led. A repeat is led to the same place."""

    key = models.UUIDField(unique=True)
    path = models.CharField(max_length=300)
    sender = models.CharField(max_length=80)
    led_to = models.CharField(max_length=500, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.path} {self.key}"
