"""Sources and bodies found by what a person types."""

import pytest

from seoulution.apps.network.models import Source
from seoulution.apps.network.queries import body_named, source_named, sources_like

pytestmark = pytest.mark.django_db


def test_a_source_goes_by_code_title_or_words_that_only_it_holds() -> None:
    source = Source.objects.get(code="owner-statement")
    assert source_named(" Owner-Statement ") == source_named(source.title) == source
    assert source_named("seoul") is None and source_named("") is None and source_named("no such thing") is None


def test_every_word_must_be_held_by_code_title_or_publisher() -> None:
    assert set(sources_like("wtr w01")) <= set(sources_like("wtr"))
    assert not sources_like("wtr zzz").exists()


def test_a_body_goes_by_code_or_either_name() -> None:
    for written in ("office-of-waterworks", "상수도사업본부", "office of waterworks (arisu)"):
        body = body_named(written)
        assert body is not None and body.code == "office-of-waterworks"
    assert body_named("waterworks") is None
