"""Which machine a request came from: what the connection says, or a proxy that the settings name."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The address of the nearest machine that is not one of our proxies; a forged `X-Forwarded-For` changes nothing.

    Each proxy appends whom it saw, so the list is read from its end for as long as the speaker is trusted. None: a local socket.
    """
    seen = _parsed(request.META.get("REMOTE_ADDR", ""))
    said = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    while seen is not None and said and _is_proxy(seen):
        before = _parsed(said.pop())
        if before is None:
            break
        seen = before
    return str(seen) if seen is not None else None


def _is_proxy(address: IPv4Address | IPv6Address) -> bool:
    return any(address in network for network in settings.TRUSTED_PROXIES)


def _parsed(written: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(written)
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address
