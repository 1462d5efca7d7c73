"""What narrows a list of engagements: everything lives in the address and holds in every view and download."""

from datetime import timedelta
from typing import Any, Final

import django_filters
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import City, Country
from seoulution.apps.engagements.access import exists_for
from seoulution.apps.engagements.letters import Letters
from seoulution.apps.engagements.models import Engagement, EngagementMember, Promise, Task
from seoulution.apps.network.models import Affiliation
from seoulution.apps.prepared import A_KEY, Prepared
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.reminders import REMINDERS, ReminderKind
from seoulution.engine.vocabulary import Party, Stage, Standing
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.tags.records import is_korean

QUIET_DAYS: Final = REMINDERS[ReminderKind.NOTHING_LATELY].first
"""An engagement is quiet from the day its people are first reminded that there was no contact."""


def _with_engagements(sees_sensitive: bool, user: int = 0) -> QuerySet[Country, Any]:
    rows = exists_for(User(pk=user), sees_sensitive=sees_sensitive)
    with_one = City.objects.filter(country=OuterRef("pk")).filter(Exists(rows.filter(city=OuterRef("pk"))))
    return Country.objects.filter(Exists(with_one)).order_by().values_list("code", "name_ko", "name_en")


_COUNTRIES: Final = {
    True: Prepared(lambda: _with_engagements(True)),
    False: Prepared(lambda user: _with_engagements(False, user), user=A_KEY),
}


def country_choices(user: User) -> list[tuple[str, str]]:
    """Countries that have an engagement at all for the person, in the order of their names."""
    korean = is_korean()
    rows = _COUNTRIES[user.may(Permission.SEE_SENSITIVE)](user=user.pk)
    return sorted(((code, ko if korean else en) for code, ko, en in rows), key=lambda choice: choice[1])


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


class EngagementFilter(django_filters.FilterSet):
    """The person whose list it is comes from the request: "mine" is theirs."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=100)
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector")
    )
    stage = django_filters.ChoiceFilter(
        label=gettext_lazy("Stage"),
        choices=stage_choices,
        empty_label=gettext_lazy("Any stage"),
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
    whose = django_filters.ChoiceFilter(
        label=gettext_lazy("Whose"), choices=whose_choices, empty_label=gettext_lazy("Everybody’s"), method="by_whose"
    )
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=state_choices, empty_label=gettext_lazy("Any state"), method="by_state"
    )

    class Meta:
        model = Engagement
        fields: list[str] = []

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """The countries are asked for once, however often the form reads its choices."""
        super().__init__(*arguments, **named)
        self.filters["country"].extra["choices"] = country_choices(self.request.user)

    @property
    def rests_on(self) -> tuple[type[Model], ...]:
        """What the filter reads besides the engagements themselves."""
        given = self.form.cleaned_data if self.form.is_valid() else {}
        of_state: tuple[type[Model], ...] = (Promise, Task) if given.get("state") == "overdue" else ()
        return (*of_state, *((EngagementMember,) if given.get("whose") == "team" else ()))

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
