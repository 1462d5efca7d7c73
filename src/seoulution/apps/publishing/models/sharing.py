"""What is shared of an engagement with whom, by which link, when it was read, and what was said back."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import Observation
from seoulution.apps.demand.models import StatusLink
from seoulution.apps.engagements.models import DocumentVersion, Engagement
from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.publishing.models.dossiers import Dossier
from seoulution.engine.engagements.codes import ProposalKind, ProposalState, Recipient, SharedKind
from seoulution.engine.vocabulary import Language, choices

_ONE_BODY = (
    Q(recipient="city", agency=None, firm=None)
    | Q(recipient="agency", agency__isnull=False, firm=None)
    | Q(recipient="firm", agency=None, firm__isnull=False)
)


class WithRecipient(models.Model):
    """The engagement's own city, or one agency, or one firm."""

    recipient = models.CharField(max_length=8, choices=choices(Recipient))
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True


@pghistory.track(exclude=["token_hash"])
class PartyLink(WithRecipient):
    """The private link by which a party opens its side of an engagement: only a hash is kept; it expires and can be revoked."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="party_links")
    language = models.CharField(max_length=8, choices=choices(Language))
    holder = models.CharField(max_length=200, help_text="to whom it was given")
    token_hash = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-issued_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("issued_at")), name="party_link_expires_after_issue"),
            models.CheckConstraint(condition=_ONE_BODY, name="party_link_has_one_holder"),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} link {self.pk}"


@pghistory.track()
class SharedItem(WithRecipient):
    """One thing that one party may read, since when and why; ended with a reason, never deleted.

    subject : what the information is about, the same words for every party that gets it: evenness is judged by it
    """

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="shared_items")
    kind = models.CharField(max_length=12, choices=choices(SharedKind))
    subject = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    document_version = models.ForeignKey(DocumentVersion, models.PROTECT, null=True, blank=True, related_name="shared_items")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="shared_items")
    solution = models.ForeignKey(PolicySolution, models.PROTECT, null=True, blank=True, related_name="shared_items")
    reason = models.TextField()
    wording_reason = models.TextField(blank=True)
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    shared_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-shared_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=_ONE_BODY, name="shared_item_has_one_recipient"),
            models.CheckConstraint(
                condition=Q(kind="document", document_version__isnull=False)
                | Q(kind="dossier", dossier__isnull=False)
                | Q(kind="edition", solution__isnull=False)
                | Q(kind="information") & ~Q(text=""),
                name="shared_item_holds_what_it_says",
            ),
        ]
        indexes = [models.Index(fields=["engagement", "recipient"], name="shared_of_engagement")]

    def __str__(self) -> str:
        return self.subject


class Opening(models.Model):
    """A shared thing was opened, by whom and when: with an engagement's link, a request's, or an account. Rows are only added."""

    item = models.ForeignKey(SharedItem, models.CASCADE, related_name="openings")
    at = models.DateTimeField(auto_now_add=True)
    link = models.ForeignKey(PartyLink, models.SET_NULL, null=True, blank=True, related_name="openings")
    status_link = models.ForeignKey(StatusLink, models.SET_NULL, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.at:%Y-%m-%d}"


@pghistory.track()
class Proposal(WithRecipient):
    """What a party says back. It changes nothing by itself: a person takes it up or sets it aside, with a reason.

    about : what it is about within its kind (indicator code, need id, shared item id …); data : its parts, as the form had them
    observation : the figure that went on record when it was taken up
    """

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=14, choices=choices(ProposalKind))
    about = models.CharField(max_length=120, blank=True)
    said = models.TextField()
    data = models.JSONField(default=dict)
    observation = models.ForeignKey(Observation, models.SET_NULL, null=True, blank=True, related_name="+")
    link = models.ForeignKey(PartyLink, models.SET_NULL, null=True, blank=True, related_name="proposals")
    status_link = models.ForeignKey(StatusLink, models.SET_NULL, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=choices(ProposalState), default=ProposalState.WAITING)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-received_at", "-id"]
        constraints = [models.CheckConstraint(condition=_ONE_BODY, name="proposal_has_one_author")]
        indexes = [models.Index(fields=["state", "-received_at"], name="proposal_waiting")]

    def __str__(self) -> str:
        return self.said[:80]


class LinkRefusal(models.Model):
    """Links that opened nothing, counted by day, address and cause; never the token. `link` where the row is known."""

    class Cause(models.TextChoices):
        UNKNOWN = "unknown"
        EXPIRED = "expired"
        REVOKED = "revoked"
        NOT_YET = "not_yet"

    on = models.DateField()
    address = models.GenericIPAddressField(null=True)
    cause = models.CharField(max_length=8, choices=Cause.choices)
    link = models.ForeignKey(PartyLink, models.CASCADE, null=True, blank=True, related_name="refusals")
    attempts = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField()

    class Meta:
        ordering = ["-last_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["on", "address", "cause", "link"], nulls_distinct=False, name="refusals_counted_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.cause} {self.on} × {self.attempts}"
