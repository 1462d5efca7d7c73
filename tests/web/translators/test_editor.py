"""The editor: kept and on to the next, refused with nothing lost, two translators, a machine's text accepted or changed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.services.translations import grant_language
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
NAME = "/translations/es/topis/name/"


@pytest.fixture
def client(person: Callable[..., User]) -> Client:
    Translation.objects.all().delete()
    user = person("translator")
    grant_language(user, Language.ES, by=person("manager"))
    made = Client()
    made.force_login(user, backend="seoulution.apps.accounts.backend.PersonBackend")
    return made


def english(path: str = "name") -> str:
    row = PolicySolution.objects.get(code="topis")
    return dict(row.manuscript.texts())[path].en


def sent(client: Client, text: str, *, address: str = NAME, path: str = "name", **more: Any) -> Any:
    return client.post(f"{address}save/", {"text": text, "source": english(path), "seen": "0", "then": "next", **more})


def test_the_page_shows_both_sources_the_terms_and_what_was_written_before(client: Client) -> None:
    sent(client, "TOPIS, centro de gestión del tránsito", then="stay")
    page = client.get("/translations/es/topis/result/").content.decode()
    assert english("result")[:30] in page
    assert 'lang="ko"' in page and 'lang="es" dir="ltr"' in page
    assert "Nothing alike was translated by a person yet" in page


def test_what_is_kept_leads_on_to_the_next_open_text_within_the_filters(client: Client) -> None:
    answer = client.post(
        f"{NAME}save/?solution=topis&state=missing", {"text": "TOPIS", "source": english(), "seen": "0", "then": "next"}
    )
    assert answer.status_code == 302
    assert answer.url == "/translations/es/topis/result/?solution=topis&state=missing"
    assert Translation.objects.get().text == "TOPIS"


def test_keeping_without_going_on_stays(client: Client) -> None:
    assert sent(client, "TOPIS", then="stay").url == NAME


def test_nothing_left_leads_to_the_list(client: Client) -> None:
    answer = client.post(
        f"{NAME}save/?solution=topis&section=name", {"text": "TOPIS", "source": english(), "seen": "0", "then": "next"}
    )
    assert answer.url == "/translations/es/?solution=topis&section=name"


def test_a_refused_text_stays_in_the_field_with_the_reason(client: Client) -> None:
    answer = sent(client, "Se exporta [1](claim:none)")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Se exporta [1](claim:none)</textarea>" in page
    assert "refers to the claim none" in page
    assert not Translation.objects.exists()


def test_a_colleagues_text_is_shown_and_not_overwritten_unseen(client: Client) -> None:
    sent(client, "De la colega")
    answer = sent(client, "Mío")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "De la colega" in page and "Mío</textarea>" in page and 'name="seen" value="1"' in page
    assert sent(client, "Mío", seen="1").status_code == 302
    assert Translation.objects.get().text == "Mío"


def test_an_english_that_changed_meanwhile_is_shown_with_the_change(client: Client) -> None:
    answer = client.post(f"{NAME}save/", {"text": "TOPIS", "source": f"{english()} of old", "seen": "0"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The English was changed meanwhile" in page and "<del>" in page


def test_an_outdated_text_shows_what_changed_in_the_english(client: Client) -> None:
    row = PolicySolution.objects.get(code="topis")
    Translation.objects.create(
        solution=row, path="name", language="es", source_text=f"{english()} of old", text="Viejo", origin="human"
    )
    page = client.get(NAME).content.decode()
    assert "What changed in the English" in page and "<del>" in page and "Translated from an older text" in page


def machine_text() -> None:
    row = PolicySolution.objects.get(code="topis")
    given = {"solution": row, "path": "name", "language": "es", "source_text": english(), "text": "De la máquina"}
    Translation.objects.create(**given, origin="machine", engine="m")


def test_a_machines_text_is_marked_and_accepted(client: Client) -> None:
    machine_text()
    assert "Translated by a machine, not yet read by a person" in client.get(NAME).content.decode()
    assert client.post(f"{NAME}accept/", {"seen": "1", "text": "De la máquina"}).status_code == 302
    row = Translation.objects.get()
    assert (row.origin, row.engine, row.text) == ("human", "m", "De la máquina")


def test_a_machines_text_that_was_changed_in_the_field_is_kept_as_changed(client: Client) -> None:
    machine_text()
    client.post(f"{NAME}accept/", {"seen": "1", "text": "De una persona", "source": english()})
    row = Translation.objects.get()
    assert (row.origin, row.engine, row.text) == ("human", "", "De una persona")


def test_accepting_where_no_machine_wrote_is_refused(client: Client) -> None:
    assert client.post(f"{NAME}accept/", {"seen": "0"}).status_code == 422
    assert client.post(f"{NAME}draft/").status_code == 422


def test_repeats_are_filled_when_asked(client: Client) -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    path = next(path for path, words in row.manuscript.texts() if words.en == "Revenue water ratio")
    address = f"/translations/es/revenue-water/{path}/"
    assert "more texts of this solution with the same English" in client.get(address).content.decode()
    given = {"text": "Proporción de agua facturada", "source": "Revenue water ratio", "seen": "0", "repeats": "1"}
    client.post(f"{address}save/", given)
    same = [path for path, words in row.manuscript.texts() if words.en == "Revenue water ratio"]
    assert set(Translation.objects.values_list("path", flat=True)) == set(same)


def test_who_may_not_translate_reads(client: Client) -> None:
    page = client.get("/translations/fr/topis/name/").content.decode()
    assert "readonly" in page and "was not granted to you" in page
    answer = client.post("/translations/fr/topis/name/save/", {"text": "TOPIS", "source": english(), "seen": "0"})
    assert answer.status_code == 422


@pytest.mark.parametrize("address", ["/translations/es/topis/sections.none/", "/translations/es/nowhere/name/"])
def test_a_text_that_does_not_exist_has_no_page(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
