"""People who sign in, the once-only marks of forms, views they keep, and who read what."""

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from seoulution.apps.accounts.roles import ROLES, Permission, Role


@pghistory.track(exclude=["password", "last_login", "session_round"])
class User(AbstractUser):
    """A person with one role. `password_is_one_time` sends them to choose their own before anything else.

    session_round : part of what every session is checked against at each page; counting it up ends them all at once
    """

    role = models.CharField(max_length=20, choices=[(code, role.names["en"]) for code, role in ROLES.items()], default="public")
    language = models.CharField(max_length=8, blank=True)
    password_is_one_time = models.BooleanField(default=False)
    session_round = models.PositiveIntegerField(default=0)

    class Meta(AbstractUser.Meta):
        constraints = [models.CheckConstraint(condition=models.Q(role__in=list(ROLES)), name="user_role_is_known")]

    @property
    def role_class(self) -> type[Role]:
        return ROLES[self.role]

    @property
    def role_name(self) -> str:
        """The role in the reader's language."""
        return self.role_class.names["ko" if get_language() == "ko" else "en"]

    def may(self, permission: Permission) -> bool:
        """Whether the role grants it; a disabled account may nothing."""
        return self.is_active and permission in self.role_class.permissions

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django's own over the password, and the round: a changed role or second factor ends sessions as a new password does."""
        salt = "seoulution.accounts.User.session"
        return salted_hmac(salt, f"{self.password}|{self.session_round}", secret=secret, algorithm="sha256").hexdigest()


class Submission(models.Model):
    """One accepted form: the key it carried, and where its sender was led. A repeat is led to the same place."""

    key = models.UUIDField(unique=True)
    path = models.CharField(max_length=300)
    sender = models.CharField(max_length=80)
    led_to = models.CharField(max_length=500, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.path} {self.key}"


class Bucket(models.Model):
    """What is left of one limit for one address, account or link. `key` is a keyed hash: no address of a machine is kept.

    tokens : what was left at `at`; per_second : how fast it fills; refused : whether the latest try found nothing
    """

    limit = models.CharField(max_length=30)
    key = models.CharField(max_length=32)
    tokens = models.FloatField()
    per_second = models.FloatField()
    refused = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["limit", "key"], name="one_bucket_for_each")]

    def __str__(self) -> str:
        return f"{self.limit} {self.key}"


class SavedView(models.Model):
    """A list with its filters, kept under a name by the person who uses it. `query` is the address's own."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")
    page = models.CharField(max_length=60, help_text="name of the address, such as office:engagements")
    name = models.CharField(max_length=100)
    query = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["user", "page", "name"], name="a_view_name_once")]

    def __str__(self) -> str:
        return self.name


class AccessRecord(models.Model):
    """Who looked at, exported or downloaded whose data, when and from where. Rows are only ever added, each sealing the one before.

    about, about_code : the record; action : view, export or download; seal : SHA-256 over the row and the seal before it
    """

    at = models.DateTimeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, db_constraint=False, related_name="+")
    username = models.CharField(max_length=150)
    address = models.GenericIPAddressField(null=True)
    about = models.CharField(max_length=30)
    about_code = models.CharField(max_length=120)
    whose = models.CharField(max_length=200, help_text="whose data the record holds")
    action = models.CharField(max_length=10, choices=[("view", "view"), ("export", "export"), ("download", "download")])
    reason = models.CharField(max_length=500, blank=True)
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["about", "about_code"], name="access_about"),
            models.Index(fields=["user", "-at"], name="access_by"),
        ]
        triggers = [
            pgtrigger.Protect(name="access_records_stay", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="access_records_are_not_emptied",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func="RAISE EXCEPTION 'pgtrigger: Cannot truncate rows from % table', TG_TABLE_NAME;",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.username} {self.action} {self.about_code}"
