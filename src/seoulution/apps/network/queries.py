"""Finding sources and bodies by what a person types: a code, a title, a name."""

from typing import Final

from django.db.models import Q, QuerySet

from seoulution.apps.network.models import Agency, Source

MOST: Final = 20


def sources_like(written: str) -> QuerySet[Source]:
    """Sources whose code, title or publisher holds every word, by code."""
    found = Source.objects.all()
    for word in written.split()[:8]:
        found = found.filter(Q(code__icontains=word) | Q(title__icontains=word) | Q(publisher__icontains=word))
    return found.order_by("code")


def source_named(written: str) -> Source | None:
    """The one source that goes by a code or title; None where none or several could be meant."""
    asked = written.strip()
    exact = list(Source.objects.filter(Q(code__iexact=asked) | Q(title__iexact=asked))[:2])
    found = exact or (list(sources_like(asked)[:2]) if asked else [])
    return found[0] if len(found) == 1 else None


def body_named(written: str) -> Agency | None:
    """The body that goes by a code or one of its names."""
    asked = written.strip()
    named = Q(code__iexact=asked) | Q(name_ko__iexact=asked) | Q(name_en__iexact=asked)
    found = list(Agency.objects.filter(named, withdrawn_on=None)[:2])
    return found[0] if len(found) == 1 else None
