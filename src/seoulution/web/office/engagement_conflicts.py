"""Two people changed the details of one file: both versions in words, and each field keeps the one that is chosen."""

from typing import Any, Final

from django import forms
from django.apps import apps
from django.http import QueryDict

from seoulution.apps.engagements.models import Engagement
from seoulution.web.office.history_words import people_named
from seoulution.web.shared.component_values import ConflictField

KEEP: Final = "keep-"
NOT_COMPARED: Final = ("reason", "revision")


def conflicts(form: forms.Form, stored: dict[str, Any], seen: dict[str, Any] | None = None) -> list[ConflictField]:
    """Each field that what is stored fills differently from what was typed, in the words that the form itself uses.

    seen : what the form was shown with; a field that still reads so was changed by the other person alone
    """
    found = []
    for name, field in form.fields.items():
        if name in NOT_COMPARED or field.disabled or name not in stored:
            continue
        mine, theirs = words_of(field, form[name].value()), words_of(field, stored[name])
        if mine != theirs:
            untouched = seen is not None and words_of(field, seen.get(name)) == mine
            found.append(ConflictField(name, str(field.label), mine, theirs, untouched))
    return found


def with_choices(posted: QueryDict, stored: dict[str, Any]) -> QueryDict:
    """What was posted, with the stored value in each field where "theirs" was chosen."""
    merged = posted.copy()
    for name, value in stored.items():
        if posted.get(f"{KEEP}{name}") != "theirs":
            continue
        if isinstance(value, bool):
            merged.setlist(name, ["on"] if value else [])
        else:
            merged[name] = "" if value is None else str(value)
    return merged


def as_seen(row: Engagement, revision: int) -> Any:
    """The file as it was at that revision, from what the database recorded; None where it never was."""
    return _events().filter(pgh_obj=row, revision=revision).order_by("-pgh_id").first()


def _events() -> Any:
    return apps.get_model("engagements.EngagementEvent").objects


def saved(row: Engagement) -> dict[str, Any]:
    """Who saved the file last, and when, as the database itself recorded it."""
    event = _events().filter(pgh_obj=row).select_related("pgh_context").order_by("-pgh_id").first()
    context = event.pgh_context.metadata if event is not None and event.pgh_context else {}
    by = context.get("by", "")
    return {"saved_by": people_named({by})[by] if by else "–", "saved_at": event.pgh_created_at if event is not None else None}


def words_of(field: forms.Field, value: Any) -> str:
    """A value as its reader knows it: the words of a choice, a tick as a word, a number without needless zeros."""
    if isinstance(field, forms.BooleanField):
        return str(field.label) if value in (True, "on", "true", "True") else ""
    written = "" if value is None else str(value).strip()
    choices = getattr(field, "choices", None)
    if choices is not None:
        return next((str(words) for code, words in choices if str(code) == written), written) if written else ""
    if isinstance(field, forms.DecimalField) and written:
        return written.rstrip("0").rstrip(".") if "." in written else written
    return written
