"""T1: every address × every role × GET, POST and htmx, against one table. What is not in the table fails."""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from itertools import product
from typing import Any, Final

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, path, reverse
from django.urls.resolvers import RegexPattern
from tests.trust.access_table import ACCOUNT, LINK, OPEN, TABLE, Row
from tests.trust.readable import in_each_form, readable
from tests.trust.world import SECRET_EMAIL, SECRET_NAME, TEXT, World, owner_of
from tests.trust.world_sharing import partner_of
from tools.addresses import Address, addresses

from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.apps.demand.models import Channel
from seoulution.apps.demand.services import Incoming, receive
from seoulution.apps.engagements.models import Engagement, Promise
from seoulution.apps.network.models import Firm
from seoulution.apps.publishing.parties import CITY, Counterpart
from seoulution.apps.publishing.services.party_links import issue_party_link
from seoulution.engine.engagements.codes import Recipient
from seoulution.engine.vocabulary import Language

pytestmark = [pytest.mark.django_db, pytest.mark.trust]

SIGNED_OUT: Final = "signed out"
WHO: Final = (SIGNED_OUT, *(role for role in ROLES if role != "public"))
REACHED: Final = frozenset({200, 302, 400, 404, 405, 409, 422})
"""Answers of a page that let the person in: 4xx here are the page's own words about what was sent to it."""
Person = Callable[..., Any]


def test_every_address_is_in_the_table_and_nothing_else() -> None:
    """A new page without a line in the table fails; so does a line without a page."""
    names = [address.name for address in addresses()]
    assert len(names) == len(set(names)), "two addresses share a name"
    assert sorted(set(names) - set(TABLE)) == [] and sorted(set(TABLE) - set(names)) == []


def test_every_view_carries_the_rule_of_the_table() -> None:
    """The marks in the code say what the table says."""
    differing = {
        address.name: (address.access, str(TABLE[address.name].rule))
        for address in addresses()
        if address.name in TABLE and address.access != str(TABLE[address.name].rule)
    }
    assert not differing


def test_every_address_with_blanks_has_an_object(world: World) -> None:
    """The table names an object that fills exactly the blanks of the address."""
    wrong = {
        address.name
        for address in addresses()
        if address.name in TABLE and set(world.arguments[TABLE[address.name].about]) != set(_blanks(address))
    }
    assert not wrong


def _blanks(address: Address) -> list[str]:
    return [part.split(":")[-1] for part in address.pattern.replace(">", "<").split("<")[1::2]]


def _client(who: str, person: Person) -> Client:
    client = Client(raise_request_exception=False)
    if who == SIGNED_OUT:
        return client
    own = {"owner": lambda: owner_of("revenue-water", person), "partner": lambda: partner_of(person)}
    user = own.get(who, lambda: person(who))()
    client.force_login(user, backend="seoulution.apps.accounts.backend.PersonBackend")
    return client


def _answer(client: Client, method: str, address: str) -> Any:
    """One request that leaves nothing behind, neither in the database nor in the client's cookies."""
    kept = copy(client.cookies)
    headers = {"HX-Request": "true"} if method == "htmx" else {}
    with transaction.atomic():
        answer = client.post(address, {}) if method == "post" else client.get(address, headers=headers)
        if answer.streaming:
            b"".join(answer)
        transaction.set_rollback(True)
    client.cookies = kept
    return answer


def _may(rule: str, who: str) -> bool:
    """Whether the table lets the role in."""
    if rule == OPEN:
        return True
    if rule == ACCOUNT:
        return who != SIGNED_OUT
    return who != SIGNED_OUT and Permission(rule) in ROLES[who].permissions


def _wrong(row: Row, who: str, method: str, answer: Any) -> str:
    """What is wrong with an answer; empty when nothing is."""
    status, target = answer.status_code, answer.headers.get("Location", "")
    to_sign_in = status == 302 and target.startswith("/sign-in/")
    if row.rule == LINK:
        return "" if status in (404, 405) or (status == 302 and target == "/") else f"{status} without the link"
    if not _may(row.rule, who):
        expected = to_sign_in if who == SIGNED_OUT else status == 403
        return "" if expected else f"{status} {target} though {who} may not"
    if status not in REACHED or to_sign_in:
        return f"{status} {target} though {who} may"
    if method != "post" and row.post_only != (status == 405):
        return f"{status} to a GET, post_only={row.post_only}"
    if row.own_of and who != row.own_of and status in (404, 405):
        return ""
    if method != "post" and status == 404:
        return "404 for an object that is there"
    return ""


@pytest.mark.parametrize("method", ["get", "htmx", "post"])
@pytest.mark.parametrize("who", WHO)
def test_every_address_opens_to_whom_the_table_says(world: World, person: Person, who: str, method: str) -> None:
    """Signed out leads to sign-in, another role is refused with 403, without the link there is nothing."""
    client, wrong = _client(who, person), {}
    for name, row in TABLE.items():
        answer = _answer(client, method, reverse(name, kwargs=world.arguments[row.about]))
        if problem := _wrong(row, who, method, answer):
            wrong[name] = problem
    assert not wrong


@pytest.mark.parametrize("whose", ["another city", "the city of another engagement", "a firm"])
@pytest.mark.parametrize("method", ["get", "htmx", "post"])
def test_every_address_of_links_shows_nothing_of_this_city_to_the_bearer_of_another(
    world: World, person: Person, whose: str, method: str
) -> None:
    """A valid link of somebody else: no object of this one is there, and no page tells of it."""
    client, wrong = Client(raise_request_exception=False), {}
    client.cookies["city"] = _token_of(whose, world)
    assert client.get(reverse("city_portal:file")).status_code in (200, 302), "the link itself is good"
    for name, row in TABLE.items():
        if row.rule != LINK:
            continue
        answer = _answer(client, method, reverse(name, kwargs=world.arguments[row.about]))
        body = answer.content.decode("utf-8", "ignore")
        led_to = answer.headers.get("Location", "")
        led_home = led_to.startswith("/c/engagements/") and world.arguments["engagement"]["code"] not in led_to
        if row.about and answer.status_code not in (404, 405) and not led_home:
            wrong[name] = answer.status_code
        elif TEXT[:30] in body or SECRET_NAME in body or world.request.code in body:
            wrong[name] = "tells"
    wrong.pop("city_portal:edition", None)  # what is public of a solution, in the words for the bearer's own city
    assert not wrong


def _token_of(whose: str, world: World) -> str:
    """A good link of somebody else."""
    if whose == "another city":
        return receive(Incoming("Our buses are late.", "Hue"), channel=Channel.FORM, by=None)[1]
    row = Engagement.objects.filter(withdrawn_on=None).exclude(code=world.arguments["engagement"]["code"])[1]
    to = CITY if whose != "a firm" else Counterpart(Recipient.FIRM, firm=Firm.objects.filter(withdrawn_on=None)[1])
    return issue_party_link(row, to=to, language=Language.EN, holder="Somebody", days=30, by=world.officer)[1]


def test_every_form_without_its_token_is_refused(world: World, person: Person) -> None:
    """No page takes a POST from another site."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(person("manager"), backend="seoulution.apps.accounts.backend.PersonBackend")
    client.cookies["city"] = world.token
    taken = {}
    for name, row in TABLE.items():
        answer = _answer(client, "post", reverse(name, kwargs=world.arguments[row.about]))
        if answer.status_code not in (403, 405):
            taken[name] = answer.status_code
    assert not taken


FOREIGN: Final = (
    ("owner", "bureaus:solution_claims", {"code": "median-bus-lanes"}),
    ("owner", "bureaus:claim", {"solution": "topis", "code": "award-1"}),
    ("officer", "office:claim", {"solution": "revenue-water", "code": "no-such-claim"}),
    ("officer", "office:request", {"code": "no-such-request"}),
    ("officer", "office:need", {"pk": 999_999_999}),
    ("officer", "office:dossier", {"pk": 999_999_999}),
    ("officer", "office:engagement", {"code": "no-such-engagement"}),
)


@pytest.mark.parametrize(("who", "name", "arguments"), FOREIGN)
def test_what_is_not_yours_does_not_exist(world: World, person: Person, who: str, name: str, arguments: dict[str, Any]) -> None:
    """404, not 403: a refusal would tell that it is there."""
    assert _answer(_client(who, person), "get", reverse(name, kwargs=arguments)).status_code == 404


def test_an_owner_sees_the_own_solution_and_no_other_bureaus(world: World, person: Person) -> None:
    """The same address, two bureaus."""
    own, other = _client("owner", person), Client()
    other.force_login(
        owner_of("median-bus-lanes", person, "other-owner"), backend="seoulution.apps.accounts.backend.PersonBackend"
    )
    address = reverse("bureaus:solution_claims", kwargs={"code": "revenue-water"})
    assert own.get(address).status_code == 200 and other.get(address).status_code == 404
    assert b"revenue-water" not in other.get(reverse("bureaus:solutions")).content


def test_a_file_of_one_request_is_not_found_under_another(world: World, person: Person) -> None:
    """An attachment's name opens it only together with its own request."""
    arguments = {"code": "metro-manila-2013", "name": world.arguments["attachment"]["name"]}
    assert _client("officer", person).get(reverse("office:attachment", kwargs=arguments)).status_code == 404


def _forms(world: World, row: Row, who: str) -> Iterator[Mapping[str, Any]]:
    """What is open to all is one same paper for all: its PDF is set once, for whoever is signed out."""
    return in_each_form(world.arguments[row.about], also_pdf=row.rule != OPEN or who == SIGNED_OUT)


@pytest.mark.parametrize("who", [SIGNED_OUT, "owner", "partner", "analyst"])
def test_who_asked_is_shown_to_nobody_who_may_not_know(world: World, person: Person, who: str) -> None:
    """Field level: a person's name and address stand in no page, list, search or file of roles without the permission."""
    client, shown = _client(who, person), {}
    queries = ("", f"?q={SECRET_NAME.split()[0]}", f"?q={SECRET_EMAIL}")
    for name, row in TABLE.items():
        if row.rule == LINK or row.post_only or not _may(row.rule, who):
            continue
        asked = queries if "search" in name or not row.about else ("",)
        for query, arguments in product(asked, _forms(world, row, who)):
            answer = client.get(reverse(name, kwargs=arguments) + query)
            body = b"".join(answer) if answer.streaming else answer.content
            text = readable(body).replace(query[3:], "") if query else readable(body)
            if SECRET_NAME in text or SECRET_EMAIL in text or SECRET_NAME.split()[1] in text:
                shown[f"{name}{query} {arguments.get('name', '')}"] = answer.status_code
    assert not shown


def test_what_the_office_notes_of_an_engagement_is_told_to_nobody_outside(world: World, person: Person) -> None:
    """Field level: who was met, what was said and promised, what is to be done, and sums stand in no page or file outside the office.

    The ordering body is a column of the public table of the article, and so no secret; the city reads the words of promises, ours and its own.
    """
    row = _noted(world)
    clients = {who: _client(who, person) for who in (SIGNED_OUT, "partner", "translator")}
    city = Client(raise_request_exception=False)
    city.cookies["city"] = issue_party_link(row, to=CITY, language=Language.EN, holder="Mayor", days=30, by=world.officer)[1]
    clients["the city itself"] = city
    shown, looked = {}, 0
    for who, client in clients.items():
        for name, line in TABLE.items():
            if line.post_only or not (line.rule == LINK or _may(str(line.rule), who if who in WHO else SIGNED_OUT)):
                continue
            asked = ("", "?q=zqnote") if "search" in name or name == "public:suggest" else ("",)
            for query, arguments in product(asked, _forms(world, line, who)):
                answer = client.get(reverse(name, kwargs=arguments) + query)
                body = b"".join(answer) if answer.streaming else answer.content
                looked += answer.status_code == 200
                text = readable(body).replace("zqnote", "", 1) if query else readable(body)
                if told := [secret for secret in NOTED if secret in text and (secret, who) != ("zqpromise", "the city itself")]:
                    shown[f"{who}: {name}{query} {arguments.get('name', '')}"] = told
    assert looked > 60 and not shown


NOTED: Final = ("zqnote", "zqpromise", "987654321", "987,654,321")


def _noted(world: World) -> Engagement:
    """An engagement that the public sees, with a secret in everything that the office writes beside it."""
    row = Engagement.objects.get(code=world.arguments["engagement"]["code"])
    Engagement.objects.filter(pk=row.pk).update(is_public=True, amount=987654321, currency="KRW")
    for record in (*row.contacts.all(), *row.promises.all(), *row.tasks.all(), *row.referrals.all()):
        for field in ("title", "summary", "place", "text", "promised_by", "promised_to", "occasion", "asks", "answer"):
            if hasattr(record, field):
                setattr(record, field, "zqpromise" if isinstance(record, Promise) and field == "text" else "zqnote")
        record.save()
    row.contacts.all()[0].people.create(side="theirs", name="zqnote person")
    row.refresh_from_db()
    return row


# The canary: the same reading and judging on a site that breaks the rule.
def _unguarded(request: Any) -> HttpResponse:
    return HttpResponse("anybody reads this")


def _site(*patterns: URLPattern) -> URLResolver:
    resolver = URLResolver(RegexPattern(r"^/"), "canary")
    resolver.__dict__["url_patterns"] = list(patterns)
    return resolver


def test_a_view_without_a_rule_would_be_found() -> None:
    """Canary: no mark, no line in the table, and an answer to somebody who may not."""
    (found,) = addresses(_site(path("open-door/", _unguarded, name="open_door")))
    assert found.access is None and found.name not in TABLE
    answer = _unguarded(RequestFactory().get("/open-door/"))
    assert _wrong(Row(Permission.SEE_OFFICE), "partner", "get", answer)
    assert _wrong(Row(Permission.SEE_OFFICE), SIGNED_OUT, "get", answer)
    assert _wrong(Row(LINK), "officer", "get", answer)


def _statuses() -> Iterator[tuple[str, str, int, str]]:
    yield ("partner", "see_office", 302, "/office/")
    yield (SIGNED_OUT, "see_office", 403, "")
    yield ("officer", "see_office", 403, "")
    yield ("officer", "see_office", 500, "")
    yield ("officer", "see_office", 302, "/sign-in/?next=/office/")


@pytest.mark.parametrize(("who", "rule", "status", "target"), list(_statuses()))
def test_a_wrong_answer_is_seen_as_wrong(who: str, rule: str, status: int, target: str) -> None:
    """Canary: each way in which an answer can contradict the table."""
    answer = HttpResponse(status=status, headers={"Location": target} if target else {})
    assert _wrong(Row(rule), who, "get", answer)
