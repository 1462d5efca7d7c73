"""Requests are received, understood, corrected, and lose nothing."""

import pytest
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.demand import links, services
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, IncomingFile, StaleEdit

pytestmark = pytest.mark.django_db


def received(
    text: str = "Las tuberías tienen fugas de agua y perdemos la mitad.", city: str = "Lima"
) -> tuple[SharingRequest, str]:
    return services.receive(Incoming(text=text, city_as_written=city), channel=Channel.FORM, by=None)


def test_a_request_from_a_place_that_is_not_on_record_is_kept_as_written() -> None:
    request, _ = received(city="Trujillo")
    assert request.city is None
    assert request.city_as_written == "Trujillo"


def test_a_city_is_linked_by_any_of_its_names() -> None:
    assert received(city="사이공")[0].city is None or received(city="호치민")[0].city.code == "ho-chi-minh-city"
    assert received(city="Metro Manila")[0].city.code == "metro-manila"


def test_language_and_needs_are_found_with_the_phrases_that_say_so() -> None:
    request, _ = received()
    assert request.language == "es"
    need = request.needs.get()
    assert need.sector == "water"
    assert all(request.text[p["start"] : p["end"]] == p["text"] for p in need.phrases)


def test_a_declared_language_wins() -> None:
    request, _ = services.receive(
        Incoming(text="Ok", city_as_written="Lima", declared_language="es"), channel=Channel.FORM, by=None
    )
    assert request.language == "es"


@pytest.mark.parametrize("text", ["", "🚰🚌😢", "\x00\x0b\ud800", "a" * 1_000_000, "물이 샌다 water leaks fugas تسرب"])
def test_strange_texts_are_kept_and_answered(text: str) -> None:
    request, _ = received(text=text)
    assert SharingRequest.objects.filter(pk=request.pk).exists()


def test_the_link_is_stored_as_a_hash_only_and_opens_the_request() -> None:
    request, token = received()
    link = links.link_of(token, now=timezone.now())
    assert link is not None
    assert link.sharing_request == request
    assert token not in link.token_hash
    assert len(token) >= 43


def test_a_new_link_ends_the_old_one() -> None:
    request, old = received()
    new = services.issue_link(request, by=None)
    assert links.link_of(old, now=timezone.now()) is None
    assert links.link_of(new, now=timezone.now()) is not None


def test_a_link_issued_while_the_clock_ran_ahead_is_refused_now() -> None:
    request, _ = received()
    token = services.issue_link(request, by=None, now=timezone.now() + timezone.timedelta(days=800))
    assert links.link_of(token, now=timezone.now()) is None


def test_a_tampered_link_is_refused() -> None:
    _, token = received()
    assert links.link_of(token[:-1] + ("A" if token[-1] != "A" else "B"), now=timezone.now()) is None


def test_two_officers_saving_the_same_need_lose_nothing(person) -> None:
    request, _ = received()
    need = request.needs.get()
    officer: User = person("officer")
    services.correct_need(need, text="First", sector="water", seen_revision=need.revision, by=officer)
    with pytest.raises(StaleEdit) as refused:
        services.correct_need(need, text="Second", sector="water", seen_revision=1, by=officer)
    assert refused.value.current.text == "First"
    need.refresh_from_db()
    assert need.text == "First"


def test_needs_in_a_persons_words_survive_a_new_reading(person) -> None:
    request, _ = received()
    need = request.needs.get()
    services.correct_need(need, text="Our own words", sector="water", seen_revision=1, by=person("officer"))
    services.understand(request, by=None)
    assert request.needs.filter(text="Our own words").exists()


def test_a_removed_need_can_be_put_back(person) -> None:
    request, _ = received()
    officer = person("officer")
    need = services.remove_need(request.needs.get(), by=officer)
    assert not request.needs.filter(removed_at=None).exists()
    services.restore_need(need, by=officer)
    assert request.needs.filter(removed_at=None).exists()


def test_a_failure_while_receiving_keeps_neither_rows_nor_files(monkeypatch, tmp_path, settings) -> None:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    monkeypatch.setattr(services, "issue_link", lambda *a, **k: (_ for _ in ()).throw(RuntimeError("power cut")))
    before = SharingRequest.objects.count()
    incoming = Incoming(text="x", city_as_written="Lima", files=(IncomingFile("a.txt", "text/plain", b"hello"),))
    with pytest.raises(RuntimeError):
        services.receive(incoming, channel=Channel.FORM, by=None)
    assert SharingRequest.objects.count() == before
    assert list((tmp_path / "attachments").iterdir()) == []
