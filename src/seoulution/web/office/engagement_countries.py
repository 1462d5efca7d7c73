"""The countries that a list of engagements can be narrowed to."""

from typing import Final

from django.db.models import Exists, OuterRef, QuerySet

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import City, Country
from seoulution.apps.engagements.access import exists_for
from seoulution.apps.engagements.kept_answers import kept
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.prepared import A_KEY, Prepared
from seoulution.web.shared.filled_filters import Choices
from seoulution.web.shared.tags.records import is_korean


def _keys(rows: QuerySet[Engagement]) -> QuerySet[Country, tuple[int]]:
    """Of countries that have one of these engagements."""
    with_one = City.objects.filter(country=OuterRef("pk")).filter(Exists(rows.filter(city=OuterRef("pk"))))
    return Country.objects.filter(Exists(with_one)).order_by().values_list("pk")


_WITH_ANY: Final = Prepared(lambda: _keys(exists_for(User(), sees_sensitive=True)))
_WITH_PLAIN: Final = Prepared(lambda: _keys(Engagement.objects.filter(withdrawn_on=None, is_sensitive=False)))
_WITH_OWN_SENSITIVE: Final = Prepared(
    lambda user: _keys(exists_for(User(pk=user), sees_sensitive=False).filter(is_sensitive=True)), user=A_KEY
)
_NAMES: Final = Prepared(lambda: Country.objects.order_by().values_list("pk", "code", "name_ko", "name_en"))


def country_choices(user: User) -> Choices:
    """Code and name of each country that has an engagement at all for the person, in the order of their names.

    Those that all see are kept until an engagement or a city changes; whose sensitive files one sees rests on more, and is asked each time.
    """
    if user.may(Permission.SEE_SENSITIVE):
        keys = {pk for (pk,) in kept(_WITH_ANY.question(), City)}
    else:
        keys = {pk for (pk,) in (*kept(_WITH_PLAIN.question(), City), *_WITH_OWN_SENSITIVE(user=user.pk))}
    korean = is_korean()
    named = ((code, ko if korean else en) for pk, code, ko, en in _NAMES() if pk in keys)
    return tuple(sorted(named, key=lambda choice: choice[1]))
