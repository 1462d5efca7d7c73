"""Two people wrote the same part: both versions are shown, and each field keeps one of them or a text merged by hand."""

from typing import Any, Final

from django import forms
from django.http import QueryDict

from seoulution.apps.accounts.names import name_of
from seoulution.apps.catalogue.models import Draft
from seoulution.web.shared.component_values import ConflictField

KEEP: Final = "keep-"


def conflict_fields(form: forms.Form, theirs: dict[str, Any]) -> list[ConflictField]:
    """Each field that the other version fills differently, in words."""
    found = []
    for name, field in form.fields.items():
        if name not in theirs:
            continue
        mine, other = _words(form.data, name), _shown(theirs[name])
        if mine.strip() != other.strip():
            found.append(ConflictField(name, str(field.label), mine, other))
    return found


def with_choices(posted: QueryDict, theirs: dict[str, Any]) -> QueryDict:
    """What was posted, with the other version's value in each field where that was chosen."""
    merged = posted.copy()
    for name, value in theirs.items():
        if posted.get(f"{KEEP}{name}") == "theirs":
            merged.setlist(name, [str(each) for each in value] if isinstance(value, list | tuple) else _as_posted(value))
    return merged


def saved_by(draft: Draft) -> str:
    """Who changed the draft last."""
    return name_of(draft.changed_by) or "–"


def _words(data: Any, name: str) -> str:
    held = data.getlist(name) if isinstance(data, QueryDict) else [data.get(name, "")]
    return ", ".join(str(each) for each in held)


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value)
    return {True: "on", False: "", None: ""}.get(value, str(value)) if isinstance(value, bool | None) else str(value)


def _as_posted(value: Any) -> list[str]:
    if value is None or value is False:
        return []
    return ["on"] if value is True else [str(value)]
