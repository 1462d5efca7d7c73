"""Every address of the site with the rule on its view, read from the resolver: for the access page and the access test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Address:
    """`name` with its namespaces, e.g. `office:today`; `access` is the mark of the view, None where it has none."""

    name: str
    pattern: str
    namespaces: tuple[str, ...]
    parameters: tuple[str, ...]
    view: Callable[..., Any]

    @property
    def access(self) -> str | None:
        """What `web.shared.access` wrote on the view."""
        mark = getattr(self.view, "access", None)
        return None if mark is None else str(mark)


def addresses(resolver: URLResolver | None = None) -> Iterator[Address]:
    """All of them, in the order in which the resolver tries them."""
    yield from _below(resolver or get_resolver(), "", ())


def _below(resolver: URLResolver, prefix: str, namespaces: tuple[str, ...]) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _below(entry, pattern, inner)
        elif isinstance(entry, URLPattern):
            name = ":".join((*namespaces, entry.name or pattern))
            yield Address(name, "/" + pattern, namespaces, tuple(entry.pattern.converters), entry.callback)
