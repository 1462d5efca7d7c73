"""Addresses of pages, remembered: a list of a hundred places asks for a hundred of them, and working one out is slow."""

from functools import lru_cache

from django.urls import URLResolver, get_resolver, get_script_prefix, get_urlconf, reverse


def address(name: str, *arguments: str) -> str:
    """What `reverse` gives; `NoReverseMatch` where no page has that name."""
    return _address(get_resolver(get_urlconf()), get_script_prefix(), name, arguments)


@lru_cache(maxsize=10_000)
def _address(pages: URLResolver, mounted_at: str, name: str, arguments: tuple[str, ...]) -> str:
    """All that an address is made of is part of the key, so that a remembered one is always right."""
    return reverse(name, args=arguments)
