"""Machine drafts for a whole solution, watched: progress, errors, and a way back to the texts."""

from collections.abc import Callable

import pytest
from django.test import Client

from seoulution.apps.catalogue.models import DraftingRun, Translation
from seoulution.apps.catalogue.services import machine_drafts
from seoulution.engine.findings import Finding
from seoulution.language.machine_requests import MachineRefused

pytestmark = pytest.mark.django_db
BEGIN = "/translations/mn/topis/draft/"


class Machine:
    """Refuses the first text and puts the others into quotation marks."""

    engine = "parrot"

    def __init__(self) -> None:
        self.asked = 0

    def translate(self, html: str, *_: object) -> str:
        self.asked += 1
        if self.asked == 1:
            raise MachineRefused(Finding("machine.garbage"))
        return f"«{html}»"


@pytest.fixture
def client(signed_in_as: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> Client:
    Translation.objects.all().delete()
    made = Machine()
    monkeypatch.setattr(machine_drafts, "machine", lambda: made)
    return signed_in_as("manager")


def test_a_run_is_begun_goes_on_and_tells_what_failed(client: Client) -> None:
    begun = client.post(BEGIN)
    page = client.get(begun.url).content.decode()
    assert "hx-post" in page and "Go on" in page and "parrot" in page
    fragment = client.post(f"{begun.url}more/", headers={"HX-Request": "true"}).content.decode()
    while "hx-post" in fragment:  # each request works for a few seconds; a busy machine needs several
        fragment = client.post(f"{begun.url}more/", headers={"HX-Request": "true"}).content.decode()
    assert fragment.lstrip().startswith('<div id="drafting"')
    assert "What the translation machine answered is no translation" in fragment and "/translations/mn/topis/name/" in fragment
    run = DraftingRun.objects.get()
    assert run.done == run.total - 1 and Translation.objects.filter(origin="machine").count() == run.done


def test_without_script_the_button_leads_back_to_the_page(client: Client) -> None:
    begun = client.post(BEGIN)
    answer = client.post(f"{begun.url}more/")
    assert (answer.status_code, answer.url) == (302, begun.url)


def test_nothing_missing_is_told(client: Client) -> None:
    begun = client.post(BEGIN)
    for _ in range(2):
        client.post(f"{begun.url}more/")
        begun = client.post(BEGIN)
    assert begun.url == "/translations/mn/?solution=topis"


def test_one_text_is_drafted_from_its_page(client: Client) -> None:
    machine_drafts.machine().asked = 1  # type: ignore[union-attr]
    assert client.post("/translations/mn/topis/name/draft/").status_code == 302
    assert Translation.objects.get().engine == "parrot"


def test_without_a_machine_the_list_offers_none(signed_in_as: Callable[[str], Client]) -> None:
    manager = signed_in_as("manager")
    assert "Machine drafts for all" not in manager.get("/translations/mn/?solution=topis").content.decode()
    assert manager.post(BEGIN).url == "/translations/mn/?solution=topis"
