"""Only services write, so that every change is atomic, has an actor and stands in the history."""

import ast
from pathlib import Path
from typing import Final

import pytest
from django.apps import apps
from tests.repository.tree import dotted, named, parsed, python_files
from tests.repository.writes import writes_in

RINGS_WITH_DATABASE: Final = tuple(f"src/seoulution/{ring}" for ring in ("apps", "web", "commands", "config", "cli.py"))
"""Everything above the engine, formats, language, reference and postgres, which import no Django (see `.importlinter`)."""
ALLOWED: Final = {
    ("src/seoulution/web/shared/templatetags/seoulution.py", "register.tags.update"): "a template library's dict",
    ("src/seoulution/web/shared/templatetags/seoulution.py", "register.filters.update"): "a template library's dict",
}
"""Calls that look like writes and are none: (file, call) and why."""


def relations() -> frozenset[str]:
    """Names under which code reaches relations of many to many of our models."""
    found = set()
    for config in apps.get_app_configs():
        if not config.name.startswith("seoulution."):
            continue
        for model in config.get_models():
            for field in model._meta.many_to_many:
                if field.model.__module__.startswith("seoulution."):
                    found |= {field.name, field.remote_field.get_accessor_name() or field.name}
    return frozenset(found)


def test_only_services_write() -> None:
    """`.save(`, `.create(`, `.update(`, `.delete(` and their kin stand in `services.py` or `services/` alone, or in the admin."""
    found = [
        write
        for path in python_files(*RINGS_WITH_DATABASE)
        if path.name not in ("services.py", "admin.py") and path.parent.name != "services"
        for write in writes_in(path, relations())
        if (write.place, write.call) not in ALLOWED
    ]
    assert not found, "\n".join(f"{write.place}:{write.line}: {write.call}(" for write in found)


def test_every_listed_exception_is_still_there() -> None:
    """An exception outlives its line only by mistake."""
    there = {(write.place, write.call) for path in python_files(*RINGS_WITH_DATABASE) for write in writes_in(path, relations())}
    assert set(ALLOWED) <= there


def test_a_view_that_wrote_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The canary: the same search on a view that breaks the rule in each way we know of."""
    monkeypatch.setattr("tests.repository.writes.named", lambda path: path.name)
    bad = tmp_path / "view.py"
    bad.write_text(
        "def view(request, row, rows):\n"
        "    row.save()\n"
        "    rows.filter(a=1).update(a=2)\n"
        "    Model.objects.bulk_create([])\n"
        "    row.solutions.set([])\n"
        "    kept = {}\n"
        "    kept.update(a=1)\n"
        "    set().update([1])\n"
    )
    found = [write.call for write in writes_in(bad, frozenset({"solutions"}))]
    assert found == ["row.save", "rows.filter().update", "Model.objects.bulk_create", "row.solutions.set"]


def test_nothing_happens_by_signal() -> None:
    """No hidden consequences: no receivers, no signal imports."""
    found = [
        f"{named(path)}:{node.lineno}"
        for path in python_files("src")
        for node in ast.walk(parsed(path))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").endswith(("signals", "django.dispatch")))
        or (isinstance(node, ast.Import) and any(name.name.startswith("django.dispatch") for name in node.names))
        or (
            isinstance(node, ast.Call)
            and dotted(node.func).split(".")[0] in ("pre_save", "post_save", "pre_delete", "post_delete")
        )
    ]
    assert not found
