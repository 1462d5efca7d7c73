"""What a person keeps of a list: its filters, order and columns under a name."""

from django.db import transaction

from seoulution.apps.accounts.models import SavedView, User
from seoulution.formats.cleaning import clean_text


class NameMissing(ValueError):
    """A view has a name. Nothing was written."""


@transaction.atomic
def save_view(user: User, *, page: str, name: str, query: str) -> SavedView:
    """Keeps the view; one of the same name is replaced.

    raises NameMissing
    """
    view, _made = SavedView.objects.update_or_create(user=user, page=page, name=_named(name), defaults={"query": query[:4000]})
    return view


@transaction.atomic
def rename_view(view: SavedView, *, name: str) -> SavedView:
    """Another name; where the person has a view of that name already, that one makes way.

    raises NameMissing
    """
    said = _named(name)
    SavedView.objects.filter(user=view.user, page=view.page, name=said).exclude(pk=view.pk).delete()
    view.name = said
    view.save(update_fields=["name"])
    return view


def delete_view(view: SavedView) -> None:
    """The view goes; the list it showed stays."""
    view.delete()


def _named(name: str) -> str:
    said = clean_text(name).strip()[:100]
    if not said:
        raise NameMissing("a view has a name")
    return said
