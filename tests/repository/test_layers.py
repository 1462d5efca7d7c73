"""What the import contracts can't see: what the engine may use at all, and keys that point up the order by a string."""

import ast
import sys
from typing import Final

from django.apps import apps
from django.conf import settings
from tests.repository.tree import SOURCE, dotted, named, parsed, python_files

ENGINE_MAY_IMPORT: Final = sys.stdlib_module_names | {"numpy", "scipy", "highspy"}
IMPURE: Final = frozenset(
    {"os", "pathlib", "socket", "subprocess", "urllib", "http", "time", "random", "io", "shutil", "tempfile"}
)
"""Parts of the standard library that reach files, network, clock or chance."""
CLOCKS: Final = frozenset({"date.today", "datetime.now", "datetime.utcnow", "datetime.date.today", "datetime.datetime.now"})


def _imports(tree: ast.Module) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, name.name) for name in node.names]
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            found.append((node.lineno, node.module or ""))
    return found


def test_the_engine_needs_only_numbers_and_the_standard_library() -> None:
    """Rule 1 from the other side: a list of what is allowed instead of what is not."""
    found = [
        f"{named(path)}:{line}: {module}"
        for path in python_files("src/seoulution/engine")
        for line, module in _imports(parsed(path))
        if not module.startswith("seoulution.engine")
        and (module.split(".")[0] not in ENGINE_MAY_IMPORT or module.split(".")[0] in IMPURE)
    ]
    assert not found, "\n".join(found)


def test_the_engine_never_looks_at_the_clock() -> None:
    """Today is passed in."""
    found = [
        f"{named(path)}:{node.lineno}: {dotted(node.func)}()"
        for path in python_files("src/seoulution/engine")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and (dotted(node.func) in CLOCKS or dotted(node.func) == "open")
    ]
    assert not found, "\n".join(found)


def test_no_key_points_up_the_order() -> None:
    """A foreign key given as a string escapes the import contract; the order of the apps holds for it all the same."""
    place = {f"seoulution.apps.{name}": number for number, name in enumerate(settings.APPS_IN_FLOW_ORDER)}
    found = []
    for config in apps.get_app_configs():
        if config.name not in place:
            continue
        for model in config.get_models():
            for field in model._meta.get_fields():
                target = field.related_model
                if field.auto_created or not field.is_relation or not isinstance(target, type):
                    continue
                other = apps.get_app_config(target._meta.app_label).name
                if place.get(other, -1) > place[config.name]:
                    found.append(f"{model._meta.label}.{field.name} -> {target._meta.label}")
    assert not found, found


def test_apps_name_each_other_by_class() -> None:
    """`ForeignKey("later.Model")` is how a key would point up; only Django's own way to name the account is a string."""
    found = []
    for path in python_files("src/seoulution/apps"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and dotted(node.func).endswith(("ForeignKey", "OneToOneField", "ManyToManyField")):
                target = node.args[0] if node.args else next((k.value for k in node.keywords if k.arg == "to"), None)
                if isinstance(target, ast.Constant) and target.value != "self":
                    found.append(f"{named(path)}:{node.lineno}: {target.value!r}")
    assert not found, "\n".join(found)


def test_every_app_and_every_audience_is_installed_and_ordered() -> None:
    """A new app has a place in the order before it has a model."""
    folders = {path.name for path in (SOURCE / "apps").iterdir() if (path / "__init__.py").is_file()}
    assert folders == set(settings.APPS_IN_FLOW_ORDER)
    audiences = {path.name for path in (SOURCE / "web").iterdir() if (path / "apps.py").is_file()}
    assert {f"seoulution.web.{name}" for name in audiences} <= set(settings.INSTALLED_APPS)
