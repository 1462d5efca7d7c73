"""Reading solutions for lists: the few words a list shows, without the whole text behind each."""

from collections.abc import Iterable

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.engine.catalogue.references import references
from seoulution.reference.schema.base import Words


def results_in_short(rows: Iterable[PolicySolution]) -> dict[int, Words]:
    """The one-line result of each solution as a reader sees it, by primary key; only one that quotes a claim is read whole.

    Asked after a page is cut, never as a column of the list: the database would unpack every solution's text to sort them.
    """
    asked = PolicySolution.objects.filter(pk__in=[row.pk for row in rows]).order_by()
    found = {pk: Words(ko=result["ko"], en=result["en"]) for pk, result in asked.values_list("pk", "data__result")}
    quoting = [pk for pk, result in found.items() if references(result.ko) or references(result.en)]
    if quoting:
        found |= {row.pk: row.record.result for row in PolicySolution.objects.filter(pk__in=quoting)}
    return found
