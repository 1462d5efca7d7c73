"""Who holds a link, and in which language they are answered."""

import pytest
from django.test import Client, RequestFactory
from tests.web.city_portal.holding import asked, holder

from seoulution.engine.vocabulary import Language
from seoulution.web.city_portal.holder import language_of

pytestmark = pytest.mark.django_db


def test_without_a_link_the_file_is_refused_and_nothing_is_cached():
    page = Client().get("/c/")
    assert page.status_code == 404 and page["Cache-Control"] == "no-store" and page["Referrer-Policy"] == "no-referrer"


def test_a_plain_cookie_does_not_count_over_tls():
    _row, token = asked()
    assert holder(token).get("/c/", secure=True).status_code == 404


def test_the_city_is_answered_in_the_language_it_asked_for_then_the_one_it_wrote_in():
    row, _token = asked(answer_language="", declared_language="")
    request = RequestFactory().get("/c/")
    row.answer_language, row.language = "vi", "en"
    assert language_of(request, row) is Language.VI
    row.answer_language, row.language = "", "th"
    assert language_of(request, row) is Language.TH
    row.language = "und"
    assert language_of(request, row) is Language.EN
