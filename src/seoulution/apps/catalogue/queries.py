"""Reading solutions for lists: the few words a list shows, without the whole text behind each."""

from collections.abc import Iterable

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.reference.schema.base import Words


def results_as_written(rows: Iterable[PolicySolution]) -> dict[int, Words]:
    """The one-line result of each solution with its references to claims, by primary key; `quoting.results_said` makes them readable.

    Asked after a page is cut, never as a column of the list: the database would unpack every solution's text to sort them.
    """
    asked = PolicySolution.objects.filter(pk__in=[row.pk for row in rows]).order_by()
    return {pk: Words(ko=result["ko"], en=result["en"]) for pk, result in asked.values_list("pk", "data__result")}
