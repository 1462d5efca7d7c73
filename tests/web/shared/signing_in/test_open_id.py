"""The city hall's own sign-in, against a real provider on this machine: it says who somebody is, a manager said before who may come in."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client
from django.urls import reverse
from oidc_provider_mock import User as Claims
from oidc_provider_mock import run_server_in_thread
from tests.web.shared.signing_in.devices_at_hand import code_of, with_device

from seoulution.config.env import OpenIdProvider

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
Person = Callable[..., Any]
BEGIN = "/account/open-id/city-hall/"
PEOPLE = (
    Claims(sub="kim", claims={"email": "Kim@Seoul.example", "email_verified": True}),
    Claims(sub="not-verified", claims={"email": "kim@seoul.example", "email_verified": False}),
    Claims(sub="says-nothing", claims={"email": "kim@seoul.example"}),
    Claims(sub="stranger", claims={"email": "stranger@seoul.example", "email_verified": True}),
)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with run_server_in_thread(user_claims=PEOPLE) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def city_hall(issuer: str, settings: Any) -> OpenIdProvider:
    provider = OpenIdProvider(issuer, "seoulution", "secret", "Seoul Metropolitan Government", has_second_factor=False)
    app = {
        "provider_id": "city-hall", "name": provider.name, "client_id": provider.client, "secret": provider.secret,
        "settings": {"server_url": issuer},
    }  # fmt: skip
    settings.OPEN_ID = provider
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    return provider


@pytest.fixture
def kim(person: Person) -> Any:
    officer = person("officer", name="kim")
    officer.email = "kim@seoul.example"
    officer.save()
    return officer


def through(client: Client, sub: str, address: str = BEGIN, **chosen: str) -> Any:
    """As a browser does: to the provider, its page, and back to us."""
    led = client.get(address)
    assert led.status_code == 302, led.content[:500]
    back = requests.post(led.headers["Location"], data={"sub": sub, **chosen}, allow_redirects=False, timeout=10)
    assert back.status_code == 302, back.text[:500]
    return client.get(back.headers["Location"].removeprefix("http://testserver"))


def opens(client: Client) -> bool:
    return client.get(reverse("office:today")).status_code == 200


@pytest.mark.usefixtures("city_hall")
def test_a_prepared_person_comes_in_and_is_known_the_next_time(kim: Any) -> None:
    client = Client()
    answer = through(client, "kim")
    assert answer.headers["Location"] == reverse("office:today") and opens(client)
    kim.email = "moved@seoul.example"
    kim.save()
    again = Client()
    through(again, "kim")
    assert opens(again), "after the first time the provider's own name for them counts"
    assert SocialAccount.objects.get().user == kim and not SocialToken.objects.exists()


@pytest.mark.usefixtures("city_hall", "kim")
@pytest.mark.parametrize("sub", ["stranger", "not-verified", "says-nothing"])
def test_nobody_else_gets_an_account_by_asking(sub: str) -> None:
    client = Client()
    answer = through(client, sub)
    assert answer.status_code == 403 and b"manager" in answer.content
    assert not opens(client) and not SocialAccount.objects.exists()


@pytest.mark.usefixtures("city_hall")
def test_a_closed_account_stays_closed_also_when_it_was_linked_before(kim: Any) -> None:
    through(Client(), "kim")
    kim.is_active = False
    kim.save()
    client = Client()
    assert through(client, "kim").status_code == 403 and not opens(client)


@pytest.mark.usefixtures("city_hall")
def test_a_device_is_asked_for_here_too(kim: Any) -> None:
    secret, _codes = with_device(kim)
    client = Client()
    assert through(client, "kim").headers["Location"] == reverse("mfa_authenticate") and not opens(client)
    assert client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).status_code == 302 and opens(client)


@pytest.mark.parametrize("vouched", [True, False])
def test_where_the_city_hall_asks_for_a_second_factor_itself_we_need_none(
    city_hall: OpenIdProvider, kim: Any, settings: Any, vouched: bool
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    settings.OPEN_ID = OpenIdProvider(city_hall.issuer, "seoulution", "secret", "x", has_second_factor=vouched)
    client = Client()
    through(client, "kim")
    assert opens(client) is vouched


@pytest.mark.usefixtures("city_hall", "kim")
def test_an_answer_meant_for_another_browser_opens_nothing() -> None:
    """The state is bound to the session: a link sent to a victim signs nobody in."""
    led = Client().get(BEGIN)
    back = requests.post(led.headers["Location"], data={"sub": "kim"}, allow_redirects=False, timeout=10)
    victim = Client()
    answer = victim.get(back.headers["Location"].removeprefix("http://testserver"))
    assert answer.status_code == 400 and not opens(victim)


@pytest.mark.usefixtures("city_hall", "kim")
def test_an_answer_opens_once() -> None:
    client = Client()
    led = client.get(BEGIN)
    back = requests.post(led.headers["Location"], data={"sub": "kim"}, allow_redirects=False, timeout=10)
    address = back.headers["Location"].removeprefix("http://testserver")
    assert client.get(address).status_code == 302
    client.post(reverse("sign_out"))
    assert client.get(address).status_code == 400


@pytest.mark.usefixtures("city_hall", "kim")
def test_saying_no_at_the_city_hall_leads_to_a_plain_page() -> None:
    assert through(Client(), "kim", action="deny").status_code == 400


@pytest.mark.usefixtures("city_hall", "kim")
@pytest.mark.parametrize(
    ("wanted", "reached"), [("/office/requests/", "/office/requests/"), ("https://evil.example/", "/office/")]
)
def test_the_page_someone_wanted_is_reached_and_never_another_site(wanted: str, reached: str) -> None:
    assert through(Client(), "kim", f"{BEGIN}?next={wanted}").headers["Location"] == reached


@pytest.mark.usefixtures("city_hall")
def test_the_session_key_changes(kim: Any) -> None:
    """T12."""
    client = Client()
    client.get(BEGIN)
    before = client.session.session_key
    through(client, "kim")
    assert client.session.session_key != before


@pytest.mark.usefixtures("city_hall")
def test_the_sign_in_page_offers_it_by_its_name() -> None:
    page = Client().get(reverse("sign_in")).content.decode()
    assert "Seoul Metropolitan Government" in page and f'href="{BEGIN}"' in page


def test_where_none_is_set_nothing_is_offered_and_nothing_answers() -> None:
    assert BEGIN not in Client().get(reverse("sign_in")).content.decode()
    assert Client().get(BEGIN).status_code == 400 and Client().get(f"{BEGIN}back/").status_code == 400


@pytest.mark.usefixtures("city_hall")
def test_another_providers_name_is_not_taken() -> None:
    assert Client().get("/account/open-id/another/").status_code == 400
