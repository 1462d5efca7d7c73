"""Cooperations through their stages, the difficulties the article names, and what happens in each stage."""

from typing import Any, Final

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat, Lower

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.letters import Letters
from seoulution.apps.network.models import Agency
from seoulution.apps.network.records import ReferenceModel
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, Party, Sector, Stage, Standing, choices
from seoulution.reference.schema import programme

_COUNTED_BY: Final = (
    "ending", "lead", "is_sensitive", "owner", "city", "responsible", "last_contact_on", "id",
)  # fmt: skip
_NARROWED_BY: Final = ("stage", "sector", "standing", *_COUNTED_BY)
"""Columns that filters ask for, kept in the indexes too: a page of a long list and its count are then read from the index alone."""
_LISTED: Final = models.Q(withdrawn_on=None)
_HISTORY_OF_DAYS: Final = models.Index(
    fields=["pgh_obj", "-pgh_created_at", "-pgh_id"],
    include=("standing", "ending", "ended_on"),
    name="engagement_history_of_days",
)
"""What stood on record of each file by the end of a day is read from this alone: a status of the past asks it of every file."""


@pghistory.track(exclude=["words"], meta={"indexes": [_HISTORY_OF_DAYS]})
class Engagement(ReferenceModel):
    """One cooperation; `data` is what the documents say of it (empty where people opened it), the columns are where it stands now.

    owner : who answers for the file; responsible : the bureau or corporation it belongs to
    aim : the furthest stage the city asks for; operator : who would run what is built
    is_sensitive : the file exists only for its own people, managers and auditors, and each reading is recorded
    words : what a search of the list reads, kept by the database itself
    is_public : visitors and open data see it, where people opened it; what the documents tell is public anyway
    last_contact_on : the day both sides last met or wrote, kept by the services of contacts
    """

    shape = programme.Engagement
    city = models.ForeignKey(City, models.PROTECT, related_name="engagements")
    sector = models.CharField(max_length=20, choices=choices(Sector))
    solutions = models.ManyToManyField(PolicySolution, related_name="engagements", blank=True)
    sharing_request = models.ForeignKey(SharingRequest, models.SET_NULL, related_name="engagements", null=True, blank=True)
    stage = models.CharField(max_length=20, choices=choices(Stage))
    standing = models.CharField(max_length=20, choices=choices(Standing))
    ending = models.CharField(max_length=12, choices=choices(Ending), blank=True)
    ending_reason = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    lead = models.CharField(max_length=30, choices=choices(Party))
    activity = models.CharField(max_length=20, choices=choices(Activity))
    money_flow = models.CharField(max_length=20, choices=choices(MoneyFlow))
    row = models.PositiveSmallIntegerField(null=True, blank=True, help_text="row of the article's table 2")
    client = models.CharField(max_length=300, blank=True, help_text="the ordering body (발주기관), where people opened it")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="engagements")
    responsible = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="engagements")
    aim = models.CharField(max_length=20, choices=choices(Stage), blank=True)
    operator = models.CharField(max_length=30, choices=choices(Party), blank=True)
    amount = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    is_sensitive = models.BooleanField(default=False)
    is_public = models.BooleanField(default=False)
    opened_on = models.DateField(null=True, blank=True, help_text="the day people opened it; empty for the documents' own")
    last_contact_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    words = models.GeneratedField(
        expression=Lower(Concat("name_ko", Value(" "), "name_en", Value(" "), "code")),
        output_field=models.TextField(),
        db_persist=True,
    )

    class Meta(ReferenceModel.Meta):
        indexes = [
            models.Index(
                fields=["row", "position", "code"], include=_NARROWED_BY, name="engagements_in_order", condition=_LISTED
            ),
            models.Index(fields=["name_en", "id"], name="engagements_by_name", condition=_LISTED),
            models.Index(
                F("opened_on").asc(nulls_first=True), "position", "id", name="engagements_by_opening", condition=_LISTED
            ),
            models.Index(fields=["row"], name="engagements_told", condition=~models.Q(shipped_digest="")),
            models.Index(
                fields=["stage", "sector", "standing"], include=_COUNTED_BY, name="engagements_counted", condition=_LISTED
            ),
            models.Index(
                fields=["owner", "city", "responsible"], name="engagements_sensitive", condition=models.Q(is_sensitive=True)
            ),
            models.Index(fields=["id"], name="engagements_withdrawn", condition=~_LISTED),
            GinIndex(OpClass(F("words"), name="gin_trgm_ops"), name="engagements_by_words"),
            GinIndex(Letters("words"), name="engagements_by_letters"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(ending="") | ~models.Q(ending_reason=""), name="an_ending_has_a_reason"),
            models.CheckConstraint(
                condition=models.Q(amount=None) | ~models.Q(currency=""), name="an_engagements_amount_has_a_currency"
            ),
        ]

    @property
    def is_told(self) -> bool:
        """True where the documents tell of it; False where people opened it here."""
        return bool(self.shipped_digest)

    @property
    def told(self) -> Any:
        """What the documents say, or None."""
        return self.record if self.is_told else None


class Difficulty(ReferenceModel):
    shape = programme.Difficulty


class StageNote(ReferenceModel):
    """What happens in a stage, in the documents' words."""

    shape = programme.StageNote
