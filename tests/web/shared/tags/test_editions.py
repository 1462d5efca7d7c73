"""Texts of a solution on a page of another language."""

from datetime import date

import pytest
from django.template import Context, Template
from django.utils.translation import override
from tests.apps.publishing.receiving import in_spanish, receivable

from seoulution.apps.cities.models import City
from seoulution.apps.publishing.editions import city_edition
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


def shown(path: str, language: Language) -> str:
    row = receivable()
    in_spanish(row)
    edition = city_edition(row, City.objects.get(code="hanoi"), language, today=date(2026, 11, 22))
    texts = dict(edition.record.texts())
    template = Template("{% load seoulution %}{% given path text cites=False %}")
    with override(language.value):
        values = {
            "edition": edition,
            "page_language": language.value,
            "path": path,
            "text": texts[path],
            "quotes": edition.quotes,
        }
        return template.render(Context(values))


def test_a_translated_text_stands_as_it_is() -> None:
    assert shown("name", Language.ES) == "Agua facturada y gestión de fugas"


def test_a_text_left_in_english_says_so_and_reads_from_the_left() -> None:
    assert shown("conditions.tariff-rule", Language.ES).startswith('<span lang="en" dir="ltr">A tariff rule outlives')


def test_originals_carry_no_mark() -> None:
    assert shown("conditions.tariff-rule", Language.KO) == "선거를 넘어 이어지는 요금 규칙이 있다."
