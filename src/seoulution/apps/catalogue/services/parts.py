"""Writes one part of a draft, so that people who work on different parts never stand in each other's way."""

from typing import Any

from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import Draft
from seoulution.apps.catalogue.parts import mark_of, with_value
from seoulution.apps.catalogue.refusals import StaleText
from seoulution.apps.catalogue.services.editorial import write


@transaction.atomic
def write_part(draft: Draft, part: str, value: Any, *, seen: str, by: User) -> Draft:
    """Puts `value` in the part's place. `seen` : mark of the part that the writer had before them.

    raises StaleText : this part was changed meanwhile (a change of another part does not count); Refused : as `write`
    """
    current = Draft.objects.select_for_update().get(pk=draft.pk)
    if mark_of(current.data, part) != seen:
        raise StaleText(current)
    return write(current, changes=with_value(current.data, part, value), seen_revision=current.revision, by=by)
