"""T3: the service refuses by itself, whoever calls it; a page only hides what would be refused."""

import ast
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from tests.repository.tree import SOURCE, dotted, parsed, python_files
from tests.trust.world import World

from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.apps.cities.models import City, Indicator
from seoulution.apps.cities.services import record_figure
from seoulution.apps.demand import services as demand
from seoulution.apps.demand.models import Channel
from seoulution.apps.matching import services as matching
from seoulution.apps.matching.models import Verdict
from seoulution.apps.network.services import say_affiliation
from seoulution.apps.publishing.services.dossiers import build_dossier, share_dossier
from seoulution.apps.publishing.services.sendings import tell_recipient
from seoulution.engine.vocabulary import Language

pytestmark = [pytest.mark.django_db, pytest.mark.trust]

GUARDS: Final = frozenset(
    {"required", "may_work", "_may_decide", "_asked", "_may", "_may_edit", "_required", "may_change", "_must_be_allowed"}
)
"""What asks. A verb that hands `by` on leaves the asking to the verb below it."""


def _verbs() -> Iterator[tuple[Path, ast.FunctionDef]]:
    """Every public function of the services that says who acts."""
    for path in python_files("src"):
        inside = path.relative_to(SOURCE).as_posix()
        if not inside.startswith("apps/") or not ("/services/" in inside or inside.endswith("/services.py")):
            continue
        for node in parsed(path).body:
            arguments = (
                [arg.arg for arg in (*node.args.args, *node.args.kwonlyargs)] if isinstance(node, ast.FunctionDef) else []
            )
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and "by" in arguments:
                yield path, node


def _asks(verb: ast.FunctionDef) -> bool:
    for call in (node for node in ast.walk(verb) if isinstance(node, ast.Call)):
        name = dotted(call.func).split(".")[-1]
        handed_on = any(keyword.arg == "by" and isinstance(keyword.value, ast.Name) for keyword in call.keywords)
        positional = any(isinstance(arg, ast.Name) and arg.id == "by" for arg in call.args)
        if name in GUARDS or name == "may" or (name != "context" and (handed_on or positional)):
            return True
    return False


WITHOUT: Final = {
    "people.change_role": "the command line, which is the operator's",
    "spells.enter": "a part of the moves, which ask first",
    "intake.settle": "a part of filing a mail, which asks first",
    "legal_rules.own_eyes": "says why not, writes nothing",
    "second_factor.remove_second_factor": "one's own, or by `take_second_factor`, which asks",
}
"""Verbs that ask nothing, each with the reason."""


def test_every_verb_that_says_who_acts_asks_whether_they_may() -> None:
    silent = {f"{path.stem}.{verb.name}" for path, verb in _verbs() if not _asks(verb)}
    assert silent <= set(WITHOUT)


def test_a_verb_that_asks_nothing_would_be_found() -> None:
    """Canary."""
    (verb,) = ast.parse("def add(x, *, by):\n    with pghistory.context(by=by.username):\n        x.save()\n").body
    assert isinstance(verb, ast.FunctionDef) and not _asks(verb)


CALLS: Final[dict[str, tuple[Permission, Callable[[World, Any], Any]]]] = {
    "receive": (Permission.WORK_REQUESTS, lambda w, by: demand.receive(demand.Incoming("x", "y"), channel=Channel.OFFICE, by=by)),
    "understand": (Permission.WORK_REQUESTS, lambda w, by: demand.understand(w.request, by=by)),
    "link": (Permission.WORK_REQUESTS, lambda w, by: demand.issue_link(w.request, by=by)),
    "say": (Permission.WORK_REQUESTS, lambda w, by: demand.say(w.request, text="Which district?", by=by)),
    "add need": (Permission.WORK_REQUESTS, lambda w, by: demand.add_need(w.request, text="x", sector="", by=by)),
    "correct need": (Permission.WORK_REQUESTS, lambda w, by: demand.correct_need(need(w), text="x", sector="", seen_revision=need(w).revision, by=by)),
    "remove need": (Permission.WORK_REQUESTS, lambda w, by: demand.remove_need(need(w), by=by)),
    "restore need": (Permission.WORK_REQUESTS, lambda w, by: demand.restore_need(need(w), by=by)),
    "none fits": (Permission.WORK_REQUESTS, lambda w, by: demand.say_none_fits(need(w), reason="x", by=by)),
    "match": (Permission.WORK_REQUESTS, lambda w, by: matching.match_needs(w.request, today=timezone.localdate(), by=by)),
    "decide": (Permission.WORK_REQUESTS, lambda w, by: matching.decide(match(w), verdict=Verdict.ACCEPTED, reason="x", seen_revision=match(w).revision, by=by)),
    "learn": (Permission.WORK_REQUESTS, lambda w, by: matching.let_learn(w.request, allowed=False, reason="taken back", seen_revision=w.request.revision, by=by)),
    "dossier": (Permission.BUILD_DOSSIERS, lambda w, by: build_dossier(w.request, language=Language.EN, by=by)),
    "share": (Permission.WORK_REQUESTS, lambda w, by: share_dossier(w.request.dossiers.all()[0], by=by)),
    "told": (Permission.SEND_MATERIALS, lambda w, by: tell_recipient(sending(w), by=by)),
    "figure": (Permission.EDIT_CITY_FIGURES, lambda w, by: figure(by)),
    "body": (Permission.MANAGE_PEOPLE, lambda w, by: say_affiliation(w.officer, agency=None, firm=None, rank="", by=by)),
}  # fmt: skip


def need(world: World) -> Any:
    return world.request.needs.all()[0]


def match(world: World) -> Any:
    return need(world).matches.all()[0]


def sending(world: World) -> Any:
    from seoulution.apps.publishing.models import Sending

    return Sending.objects.get(pk=world.arguments["sending"]["pk"])


def figure(by: Any) -> Any:
    return record_figure(
        City.objects.get(code="hanoi"), Indicator.objects.all()[0], value=Decimal(1), year=2026,
        source_title="A letter", published=timezone.localdate(), by=by,
    )  # fmt: skip


@pytest.mark.parametrize("role", [code for code in ROLES if code != "public"])
def test_each_verb_is_done_for_whom_the_table_of_roles_says(world: World, person: Callable[..., Any], role: str) -> None:
    """Called directly, without any page."""
    by, wrong = person(role), {}
    world.request.refresh_from_db()
    for name, (permission, call) in CALLS.items():
        with transaction.atomic():
            try:
                call(world, by)
                done = True
            except PermissionDenied:
                done = False
            transaction.set_rollback(True)
        world.request.refresh_from_db()
        if done is not by.may(permission):
            wrong[name] = done
    assert not wrong


def test_a_closed_account_does_nothing_whatever_its_role(world: World, person: Callable[..., Any]) -> None:
    by = person("manager")
    by.is_active = False
    for name, (_permission, call) in CALLS.items():
        with pytest.raises(PermissionDenied):
            call(world, by)
            pytest.fail(name)


def test_no_form_takes_fields_that_it_does_not_name() -> None:
    """Mass assignment: what was sent never goes into a record as a whole; forms name their fields, one by one."""
    splatted = []
    for path in python_files("src"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call):
                handed = [keyword.value for keyword in node.keywords if keyword.arg is None]
                splatted += [f"{path.name}:{node.lineno}" for value in handed if _is_what_was_sent(value)]
            elif isinstance(node, ast.Constant) and node.value == "__all__":
                splatted.append(f"{path.name}:{node.lineno}")
    assert not splatted


def _is_what_was_sent(value: ast.expr) -> bool:
    """`request.POST`, `request.GET`, or `.dict()` of them."""
    inner = value.func.value if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) else value
    return isinstance(inner, ast.Attribute) and inner.attr in ("POST", "GET", "data")


@pytest.mark.parametrize("code", ["f(**request.POST)", "f(**request.POST.dict())", "f(**self.request.GET.dict())"])
def test_what_was_sent_would_be_seen(code: str) -> None:
    """Canary."""
    call = ast.parse(code).body[0]
    assert isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)
    assert _is_what_was_sent(call.value.keywords[0].value)
