"""The request form by itself."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from seoulution.web.public.ask_form import AS_WRITTEN, AskForm

pytestmark = pytest.mark.django_db


def _form(files: list[SimpleUploadedFile] | None = None, **values: str) -> AskForm:
    data = QueryDict(mutable=True)
    data.update({"city": "Hanoi", "text": "Our pipes leak.", **values})
    return AskForm(data, MultiValueDict({"attachments": files or []}))


def test_a_city_and_a_text_are_enough():
    form = _form()
    assert form.is_valid() and form.city_meant() == "Hanoi" and form.cleaned_data["attachments"] == ()


def test_what_was_chosen_among_near_misses_is_the_city():
    assert not _form(city="Jakartaa").is_valid()
    chosen, written = _form(city="Jakartaa", city_choice="jakarta"), _form(city="Jakartaa", city_choice=AS_WRITTEN)
    assert chosen.is_valid() and chosen.city_meant() == "Jakarta"
    assert written.is_valid() and written.city_meant() == "Jakartaa"


def test_a_place_that_was_not_offered_cannot_be_chosen():
    assert "city_choice" in _form(city="Jakartaa", city_choice="hanoi").errors


def test_all_refused_files_are_said_at_once_and_all_names_are_told():
    form = _form(
        [SimpleUploadedFile("a.pdf", b"MZ"), SimpleUploadedFile("b.txt", b"fine"), SimpleUploadedFile("c.png", b"no picture")]
    )
    assert not form.is_valid() and len(form.errors["attachments"]) == 2
    assert form.files_to_choose_again == ["a.pdf", "b.txt", "c.png"]


def test_files_are_read_whole_after_they_were_judged():
    content = "누수 보고서. ".encode() * 1000
    form = _form([SimpleUploadedFile("report.txt", content)])
    assert form.is_valid() and form.cleaned_data["attachments"][0].data == content
