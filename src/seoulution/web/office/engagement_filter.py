"""What narrows a list of engagements: everything lives in the address and holds in every view and download."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

import django_filters
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.letters import Letters
from seoulution.apps.engagements.models import Engagement, EngagementMember, Promise, Task
from seoulution.apps.network.models import Affiliation
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.reminders import REMINDERS, ReminderKind
from seoulution.engine.vocabulary import Party, Stage, Standing
from seoulution.web.office.engagement_countries import country_choices
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.filled_filters import Choices, KeptFilter

QUIET_DAYS: Final = REMINDERS[ReminderKind.NOTHING_LATELY].first
"""An engagement is quiet from the day its people are first reminded that there was no contact."""


def stage_choices() -> list[tuple[str, str]]:
    return [(stage.value, label(Stage, stage)) for stage in Stage]


def standing_choices() -> list[tuple[str, str]]:
    return [(each.value, label(Standing, each)) for each in Standing]


def lead_choices() -> list[tuple[str, str]]:
    return [(party.value, label(Party, party)) for party in Party]


def whose_choices() -> list[tuple[str, str]]:
    return [("mine", _("Mine")), ("team", _("My teams’")), ("body", _("My bureau’s")), ("nobody", _("Nobody’s yet"))]


def state_choices() -> list[tuple[str, str]]:
    return [
        ("open", _("Under way")),
        ("ended", _("Ended")),
        ("quiet", _("Under way, no contact for %(days)d days") % {"days": QUIET_DAYS}),
        ("overdue", _("Under way, a promise or task overdue")),
    ]


class EngagementFilter(KeptFilter):
    """The person whose list it is comes from the request: "mine" is theirs. The fields stand on the page in this order."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=100)
    whose = django_filters.ChoiceFilter(
        label=gettext_lazy("Whose"), choices=whose_choices, empty_label=gettext_lazy("Everybody’s"), method="by_whose"
    )
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=state_choices, empty_label=gettext_lazy("Any state"), method="by_state"
    )
    stage = django_filters.ChoiceFilter(
        label=gettext_lazy("Stage"),
        choices=stage_choices,
        empty_label=gettext_lazy("Any stage"),
    )
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector")
    )
    standing = django_filters.ChoiceFilter(
        label=gettext_lazy("Standing"),
        choices=standing_choices,
        empty_label=gettext_lazy("Any standing"),
    )
    country = django_filters.ChoiceFilter(
        label=gettext_lazy("Country"), empty_label=gettext_lazy("Any country"), method="by_country"
    )
    lead = django_filters.ChoiceFilter(
        label=gettext_lazy("Lead"),
        choices=lead_choices,
        empty_label=gettext_lazy("Anyone"),
    )

    class Meta:
        model = Engagement
        fields: list[str] = []

    def offered(self) -> Mapping[str, Choices]:
        """Countries that have an engagement at all for the person."""
        return {"country": country_choices(self.request.user)}

    @property
    def is_searched(self) -> bool:
        """Whether words are looked for, which costs more than all else."""
        return bool(self.form.is_valid() and self.form.cleaned_data["q"])

    @property
    def rests_on(self) -> tuple[type[Model], ...]:
        """What the filter, the order and the map read besides the engagements themselves."""
        given = self.form.cleaned_data if self.form.is_valid() else {}
        of_state: tuple[type[Model], ...] = (Promise, Task) if given.get("state") == "overdue" else ()
        return (City, *of_state, *((EngagementMember,) if given.get("whose") == "team" else ()))

    def by_words(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        """In its names, its code, or the names of its city."""
        folded = value.lower()
        cities = City.objects.filter(Q(name_ko__icontains=value) | Q(name_en__icontains=value)).values_list("pk", flat=True)
        found = Q(words__contains=folded)
        if len(folded) < 3:
            rows, found = rows.alias(letters=Letters("words")), found & Q(letters__contains=list(folded))
        return rows.filter(found | Q(city__in=list(cities)))

    def by_country(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        """The cities are asked first: they are few, and the list then needs no table but its own."""
        return rows.filter(city__in=list(City.objects.filter(country__code=value).values_list("pk", flat=True)))

    def by_whose(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        user: Any = self.request.user
        ways = {
            "mine": Q(owner=user),
            "team": Q(pk__in=EngagementMember.objects.filter(user=user).values("engagement")),
            "body": Q(responsible__in=_bodies_of(user)),
            "nobody": Q(owner=None),
        }
        return rows.filter(ways[value])

    def by_state(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        if value == "ended":
            return rows.exclude(ending="")
        rows = rows.filter(ending="")
        today = timezone.localdate()
        if value == "quiet":
            return rows.filter(Q(last_contact_on=None) | Q(last_contact_on__lte=today - timedelta(days=QUIET_DAYS)))
        if value == "overdue":
            of_row = {"engagement": OuterRef("pk"), "due_on__lt": today}
            promise = Promise.objects.filter(**of_row, kept_on=None, closed_reason="")
            task = Task.objects.filter(**of_row, done_on=None, dropped_reason="")
            return rows.filter(Exists(promise.values("pk").union(task.values("pk"), all=True)))
        return rows


def _bodies_of(user: Any) -> list[int | None]:
    """A person's bodies are asked first: they are one or two, and the list then needs no table but its own."""
    return list(Affiliation.objects.filter(user=user, agency__isnull=False).values_list("agency", flat=True))
