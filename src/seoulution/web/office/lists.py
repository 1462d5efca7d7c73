"""What every list of the office does alike: order from the address, pages of fifty, the sources its figures need."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from seoulution.apps.engagements.kept_answers import Listed, kept
from seoulution.apps.network.models import Source
from seoulution.apps.prepared import Question

ROWS_PER_PAGE: Final = 50
READ_AT_ONCE: Final = 1_000
M = TypeVar("M", bound=Model)


def ordered(request: HttpRequest, rows: QuerySet[M], orders: Mapping[str, str], default: Sequence[str]) -> QuerySet[M]:
    """By the column named in `sort`, a leading minus turns it round; anything else keeps the default order."""
    asked = request.GET.get("sort", "")
    field = orders.get(asked.removeprefix("-"))
    if field is None:
        return rows.order_by(*default)
    return rows.order_by(("-" if asked.startswith("-") else "") + field, "pk")


def page_of(
    request: HttpRequest, rows: QuerySet[M] | Sequence[Any], *, count: int | None = None, parameter: str = "page"
) -> Page[Any]:
    """The page asked for; a bad number leads to the first or last.

    count : of all rows, where it is known
    parameter : where the address has the number; a second list of a page needs its own
    """
    paginator = Paginator(rows, ROWS_PER_PAGE)
    if count is not None:
        paginator.count = count  # where Django keeps it once it was asked for
    return paginator.get_page(request.GET.get(parameter))


class KeyPages(Paginator):  # type: ignore[type-arg]
    """Pages of the rows' keys alone, for long lists: finding fifty keys needs no table but the list's own.

    A page in the second half is counted from the end, so that the last one costs no more than the first. A page's keys are kept, as counts are,
    until something changed that the list rests on.
    """

    def __init__(self, listed: Listed, number: int, *rests_on: type[Model]) -> None:
        self.listed, self.rests_on = listed, rests_on
        super().__init__((), ROWS_PER_PAGE)
        self.count = number

    def page(self, number: int | str) -> Page[Any]:
        """The page with its keys read."""
        valid = self.validate_number(number)
        begin = (valid - 1) * self.per_page
        end = min(begin + self.per_page, self.count)
        from_end = begin > self.count // 2
        if from_end:
            asked = Question.of(self.listed.rows.reverse().values_list("pk")[self.count - end : self.count - begin])
        else:
            asked = self.listed.question.part(begin, end)
        keys = [key for (key,) in kept(asked, *self.rests_on)]
        return Page(keys[::-1] if from_end else keys, valid, self)


def keys_of(request: HttpRequest, listed: Listed, number: int, *rests_on: type[Model]) -> Page[Any]:
    """The page asked for, of the keys of `number` rows; a bad number leads to the first or last.

    rests_on : every table with a history, besides the engagements, that the filter or the order of the list reads
    """
    return KeyPages(listed, number, *rests_on).get_page(request.GET.get("page"))


def read_by_keys(page: Page[Any], rows: QuerySet[M]) -> list[M]:
    """The records of a page of keys, in its order: joining what they show to fifty rows costs nothing, to all of a list it does."""
    read = rows.in_bulk(list(page.object_list))
    return [read[key] for key in page.object_list if key in read]


def in_the_order_of(chosen: QuerySet[M], rows: QuerySet[M]) -> Iterator[M]:
    """All records of a list with what they show, for a file: the keys are found and ordered once, the records read by the thousand."""
    keys = iter(list(chosen.values_list("pk", flat=True)))
    while some := list(islice(keys, READ_AT_ONCE)):
        read = rows.in_bulk(some)
        yield from (read[key] for key in some if key in read)


def sources_of(*values: Any, codes: Iterable[str] = ()) -> dict[str, Source]:
    """The sources named anywhere in stored records (`source`, `sources`), in one query."""
    found = set(codes)
    for value in values:
        _collect(value, found)
    return {row.code: row for row in Source.objects.filter(code__in=found)}


def _collect(value: Any, found: set[str]) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "source" and isinstance(inner, str):
                found.add(inner)
            elif key == "sources" and isinstance(inner, Sequence):
                found.update(code for code in inner if isinstance(code, str))
            else:
                _collect(inner, found)
    elif isinstance(value, list | tuple):
        for inner in value:
            _collect(inner, found)
