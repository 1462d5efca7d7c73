"""T17, T18 and their kin: where unescaped text, hand-written SQL and programs may be met at all, each with its reason."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.repository.tree import dotted, named, parsed, project_files, python_files

pytestmark = pytest.mark.trust

UNESCAPED: Final = {
    "src/seoulution/web/shared/embedding.py": "drawings of ours; `Drawing` escapes every text and attribute",
    "src/seoulution/web/office/dossiers.py": "the dossier as formats.html made it, which escapes every value",
    "src/seoulution/web/city_portal/dossiers.py": "the same dossier for the city",
    "src/seoulution/web/shared/writing.py": "the rows of lists: every value goes through `html.escape` first, which its test holds",
    "src/seoulution/web/shared/shared_items.py": "the same dossier for a party it is shared with",
}
"""Files that may call `mark_safe`."""
SQL: Final = {
    "src/seoulution/web/shared/health.py": "SELECT 1",
    "src/seoulution/commands/up.py": "which cluster this is",
    "src/seoulution/postgres/databases.py": "roles, databases and extensions of the embedded server",
    "src/seoulution/postgres/checks.py": "what the server can do",
    "src/seoulution/apps/accounts/services/access_records.py": "the lock that puts appends in a row",
    "src/seoulution/apps/accounts/services/limits.py": "one statement that fills and takes: two processes never both get the last one",
    "src/seoulution/apps/matching/freshness.py": "in which state the tables of the search are",
    "src/seoulution/apps/prepared.py": "what Django worked out, run again: see `WORKED_OUT`",
}
"""Files that may run SQL by hand."""
WORKED_OUT: Final = "src/seoulution/apps/prepared.py"
"""The one file that runs SQL which is no literal: a `Question` is made of a queryset there, and nowhere else of anything."""
PROGRAMS: Final = frozenset(
    {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "pickle.loads", "pickle.load", "marshal.loads"}
)
UNSAFE_TEMPLATE: Final = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|\{%\s*autoescape\s+off|\|\s*escapejs\b")


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, dotted(node.func)


def _marks_safe(tree: ast.Module) -> bool:
    made = any(
        name.split(".")[-1] in ("mark_safe", "SafeText") or (name == "SafeString" and not _is_constant(call))
        for call, name in _calls(tree)
    )
    declared = any(isinstance(node, ast.FunctionDef) and node.name == "__html__" for node in ast.walk(tree))
    return made or declared


def _is_constant(call: ast.Call) -> bool:
    return all(isinstance(argument, ast.Constant) for argument in call.args)


def _sql(tree: ast.Module) -> list[tuple[int, ast.expr | None]]:
    """Line and statement of every call that hands SQL to the database."""
    found: list[tuple[int, ast.expr | None]] = []
    for call, name in _calls(tree):
        verb = name.split(".")[-1]
        if verb in ("execute", "executemany", "RawSQL", "raw", "extra") and ("." in name or verb == "RawSQL"):
            found.append((call.lineno, call.args[0] if call.args else None))
    return found


def _is_fixed(statement: ast.expr | None) -> bool:
    """A literal, or composed by psycopg's own `sql.SQL(...).format(sql.Identifier(...))`."""
    match statement:
        case ast.Constant(value=str()):
            return True
        case ast.Call(func=func):
            head = dotted(func)
            return head in ("sql.SQL", "sql.SQL().format") and _literal_inside(statement)
    return False


def _literal_inside(statement: ast.Call) -> bool:
    inner = statement
    while isinstance(inner.func, ast.Attribute) and isinstance(inner.func.value, ast.Call):
        inner = inner.func.value
    return all(isinstance(argument, ast.Constant) for argument in inner.args)


def test_only_listed_files_mark_text_as_safe() -> None:
    """T18: everything else is escaped by the template engine or by `format_html`."""
    found = {named(path) for path in python_files("src") if _marks_safe(parsed(path))}
    assert found == set(UNESCAPED)


def test_no_template_switches_escaping_off() -> None:
    """T18 for templates: no `|safe`, no `autoescape off`."""
    templates = [path for path in project_files() if path.suffix in (".html", ".txt") and "templates" in path.parts]
    found = [named(path) for path in templates if UNSAFE_TEMPLATE.search(path.read_text(encoding="utf-8"))]
    assert templates and not found


def test_only_listed_files_run_sql() -> None:
    """T17: all else goes through the ORM."""
    found = {named(path) for path in python_files("src") if _sql(parsed(path))}
    assert found == set(SQL)


def test_no_sql_is_put_together_from_strings() -> None:
    """T17: a listed file too hands over literals with parameters, or psycopg's own composition."""
    found = [
        f"{named(path)}:{line}"
        for path in python_files("src")
        for line, statement in _sql(parsed(path))
        if not _is_fixed(statement) and named(path) != WORKED_OUT
    ]
    assert not found


def test_a_question_is_made_of_a_queryset_alone() -> None:
    """T17 for what Django worked out: nobody hands SQL of their own to it."""
    made = {
        f"{named(path)}: {name}"
        for path in python_files("src")
        for _call, name in _calls(parsed(path))
        if name == "Question" or (name == "cls" and named(path) == WORKED_OUT)
    }
    replaced = {
        f"{named(path)}: {keyword.arg}"
        for path in python_files("src")
        if "Question" in path.read_text(encoding="utf-8")
        for call, name in _calls(parsed(path))
        if name == "replace"
        for keyword in call.keywords
    }
    assert made == {f"{WORKED_OUT}: cls", f"{WORKED_OUT}: Question"}
    assert f"{WORKED_OUT}: values" in replaced and not [each for each in replaced if each.endswith(": sql")]


def test_nothing_runs_text_as_a_program() -> None:
    """No eval, no pickles, no shell."""
    found = []
    for path in python_files("src", "tools"):
        for call, name in _calls(parsed(path)):
            shell = any(
                k.arg == "shell" and not (isinstance(k.value, ast.Constant) and k.value.value is False) for k in call.keywords
            )
            if name in PROGRAMS or (shell and name.split(".")[0] == "subprocess"):
                found.append(f"{named(path)}:{call.lineno}: {name}")
    assert not found


def test_the_searches_find_what_they_look_for(tmp_path: Path) -> None:
    """The canary: a file that does each of these things."""
    bad = ast.parse(
        "def __html__(self): ...\n"
        "cursor.execute(f'SELECT {x}')\n"
        "Model.objects.raw('SELECT ' + x)\n"
        "connection.execute(sql.SQL(x).format())\n"
        "mark_safe(x)\n"
    )
    assert _marks_safe(bad)
    assert [line for line, statement in _sql(bad) if not _is_fixed(statement)] == [2, 3, 4]
    assert UNSAFE_TEMPLATE.search("{{ x|safe }}") and UNSAFE_TEMPLATE.search("{% autoescape off %}")
    assert _marks_safe(ast.parse("SafeString(x)")) and not _marks_safe(ast.parse("SafeString('')"))
