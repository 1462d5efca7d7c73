"""A search of the whole catalogue from a problem in somebody's words."""

import pytest

from seoulution.apps.matching.search import LOOSE, MOST_CHARACTERS, search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("낡은 수도관에서 물이 샌다", "water"),
        ("water leaks", "water"),
        ("agua no facturada", "water"),
        ("Автобусы стоят в пробках", "transport"),
        ("รถเมล์ช้าเพราะรถติด", "transport"),
        ("Хог овоорсон, хэн ч ачихгүй", "waste"),
        ("kereta bawah tanah: penumpang jatuh ke rel", "urban_rail"),
    ],
)
def test_a_problem_in_any_of_the_languages_finds_its_sector_first(written: str, first: str) -> None:
    from seoulution.apps.matching.shelf import shelf

    found = search(written, "en")
    assert found is not None and found.fits
    assert shelf().facts[found.found[0].hit.solution].sector == first


def test_a_solution_stands_once_and_what_is_weak_stands_behind() -> None:
    found = search("Our buses are slow. We lose half of our water through leaks.", "en")
    assert found is not None
    codes = [one.hit.solution for one in found.found]
    assert len(codes) == len(set(codes))
    weak = [one.hit.weak for one in found.found]
    assert weak == sorted(weak)
    assert {one.need for one in found.found[:3]} >= {1, 2}


def test_one_sentence_is_one_need_whatever_it_names() -> None:
    found = search("Our buses are slow and we lose half of our water.", "en")
    assert found is not None and len(found.needs) == 1
    assert {"median-bus-lanes", "revenue-water"} <= {one.hit.solution for one in found.found[:3]}


def test_what_nothing_answers_gets_a_few_and_is_said_to_fit_none() -> None:
    found = search("We look for partners to breed racing camels.", "en")
    assert found is not None
    assert not found.fits
    assert len(found.found) <= LOOSE


def test_the_name_of_a_solution_is_enough() -> None:
    found = search("TOPIS", "ko")
    assert found is not None and found.fits
    assert (found.found[0].hit.solution, found.found[0].hit.named) == ("topis", True)


def test_few_words_are_read_in_the_readers_language() -> None:
    found = search("tarif terpadu", "id")
    assert found is not None and found.language == "id" and found.needs[0].concepts == ("transport.fares",)


def test_slips_are_mended_unless_the_words_are_wanted_as_written() -> None:
    mended, exact = search("유숙율", "ko"), search("유숙율", "ko", as_written=True)
    assert mended is not None and exact is not None
    assert (mended.spelling.searched, exact.spelling.searched) == ("유수율", "유숙율")


@pytest.mark.parametrize("written", ["", " ", "\x00"])
def test_nothing_asked_is_no_search(written: str) -> None:
    assert search(written, "en") is None


def test_without_words_nothing_is_found_and_a_long_text_is_cut() -> None:
    empty, long = search("!!!", "en"), search("water leaks " * 1000, "en")
    assert empty is not None and not empty.has_words and empty.found == ()
    assert long is not None and long.cut and len(long.asked) <= MOST_CHARACTERS
