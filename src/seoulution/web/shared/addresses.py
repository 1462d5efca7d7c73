"""Addresses of pages, remembered: a list of a hundred places asks for a hundred of them, and working one out is slow."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import URLResolver, get_resolver, get_script_prefix, get_urlconf, reverse


def address(name: str, *arguments: str) -> str:
    """What `reverse` gives; `NoReverseMatch` where no page has that name."""
    return _address(get_resolver(get_urlconf()), get_script_prefix(), name, arguments)


def changed_address(request: HttpRequest, changes: Mapping[str, str | None]) -> str:
    """The address of this page with some of its parameters changed, or gone where None; the others stay as they are."""
    query = {name: values for name, values in request.GET.lists() if name not in changes}
    query.update({name: [value] for name, value in changes.items() if value is not None})
    encoded = urlencode(query, doseq=True)
    return f"{request.path}?{encoded}" if encoded else request.path


def addresses(name: str, codes: Iterable[str]) -> list[str]:
    """The address of each of these records' pages, for a list: what they have in common is asked once.

    A code of plain letters, digits and hyphens stands in its address as it is; any other goes through Django.
    """
    pages, mounted_at = get_resolver(get_urlconf()), get_script_prefix()
    begin, end = _address(pages, mounted_at, name, (_ANY,)).split(_ANY)
    return [f"{begin}{code}{end}" if _is_plain(code) else _address(pages, mounted_at, name, (code,)) for code in codes]


_ANY: Final = "zz-any-code-zz"


def _is_plain(code: str) -> bool:
    return code.isascii() and code.replace("-", "").isalnum()


@lru_cache(maxsize=10_000)
def _address(pages: URLResolver, mounted_at: str, name: str, arguments: tuple[str, ...]) -> str:
    """All that an address is made of is part of the key, so that a remembered one is always right."""
    return reverse(name, args=arguments)
