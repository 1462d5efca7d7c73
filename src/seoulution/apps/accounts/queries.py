"""What is asked about accounts."""

from collections.abc import Iterable

from seoulution.apps.accounts.models import User


def prepared_for(addresses: Iterable[str]) -> User | None:
    """The one open account that a manager prepared under one of these addresses; two or none are nobody."""
    wanted = [address.strip().lower() for address in addresses if address.strip()]
    found = {
        user.pk: user
        for address in wanted
        for user in User.objects.filter(email__iexact=address, is_active=True).order_by("pk")[:2]
    }
    return next(iter(found.values())) if len(found) == 1 else None
