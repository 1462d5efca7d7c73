import numpy as np
import pytest

from seoulution.engine.vocabulary import Language
from seoulution.language.background import asking_direction, backgrounds, data, measured
from seoulution.language.thesaurus import sectors
from seoulution.language.vectors import encoders


def test_the_shipped_background_covers_the_encoders_languages_and_concepts() -> None:
    e5, use = backgrounds()["e5"], backgrounds()["use"]
    assert set(e5.by_language) == {str(language) for language in Language}
    assert set(use.by_language) == {str(language) for language in Language} - {"vi", "mn"}
    assert set(e5.concept_codes) == set(sectors())
    assert e5.concepts.shape == (len(sectors()), 384)


def test_the_shipped_background_is_what_the_encoder_measures_today() -> None:
    use = encoders().available[1]
    fresh, kept = measured(use), backgrounds()["use"]
    assert fresh["use/common"] == pytest.approx(kept.common, abs=2e-3)
    assert fresh["use/concepts"] == pytest.approx(kept.concepts, abs=5e-3)


def test_a_language_without_its_own_background_takes_what_all_share() -> None:
    background = backgrounds()["e5"]
    assert np.array_equal(background.centre("sw"), background.common)
    assert not np.array_equal(background.centre("ko"), background.common)


def test_the_asking_direction_parts_two_clouds() -> None:
    source = np.random.default_rng(1)
    asking = source.normal(0, 1, (60, 8)).astype(np.float32) + np.eye(8, dtype=np.float32)[0] * 4
    ceremony = source.normal(0, 1, (60, 8)).astype(np.float32)
    direction = asking_direction(asking, ceremony)
    assert np.mean((asking @ direction)[:, None] > (ceremony @ direction)[None, :]) > 0.98
    assert np.std(ceremony @ direction) == pytest.approx(1, abs=1e-3)


def test_every_language_has_requests_and_ceremony() -> None:
    for name in ("requests", "ceremony"):
        assert set(data(name)) == {str(language) for language in Language}
    assert all("{}" in lines[0] and len(lines) == 2 for lines in data("requests").values())
