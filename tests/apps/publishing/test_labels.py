"""Every code of a vocabulary that a page or paper prints has its words, in both languages."""

import re
from enum import StrEnum

import pytest
from django.utils.translation import override

from seoulution.apps.publishing.labels import LABELS, UnknownCode, label
from seoulution.engine.vocabulary import Sector, Stage

KINDS = sorted({type(code) for code, _ in LABELS}, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_code_of_a_vocabulary_is_without_words(kind: type[StrEnum]) -> None:
    assert {code for code, _ in LABELS if type(code) is kind} == set(kind)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_code_is_said_in_korean(kind: type[StrEnum]) -> None:
    with override("ko"):
        bare = [code for code in kind if not re.search("[가-힣]", label(kind, code))]
    own_names = {"koica", "edcf", "kf"}
    assert not [code for code in bare if code.value not in own_names]


def test_no_code_is_listed_twice() -> None:
    listed = [(type(code), code) for code, _ in LABELS]
    assert len(listed) == len(set(listed))


def test_a_code_without_words_is_an_error_and_never_shown_bare() -> None:
    with pytest.raises(UnknownCode, match=r"Sector\.magic"):
        label(Sector, "magic")


def test_codes_spelt_alike_are_told_apart_by_their_vocabulary() -> None:
    with override("en"):
        assert label(Stage, "training") == "Invited training"
