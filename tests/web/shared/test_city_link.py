"""The private link in the browser."""

from django.http import HttpResponse
from django.test import RequestFactory

from seoulution.web.shared import city_link


def test_the_cookie_has_its_safe_name_only_over_tls():
    factory = RequestFactory()
    assert city_link.cookie_name(factory.get("/", secure=True)) == "__Host-city"
    assert city_link.cookie_name(factory.get("/")) == "city"


def test_what_is_handed_over_is_found_again_and_can_be_taken_back():
    request, response = RequestFactory().get("/"), HttpResponse()
    city_link.hand_over(request, response, "token")
    request.COOKIES["city"] = response.cookies["city"].value
    assert city_link.token_of(request) == "token"
    city_link.take_back(request, response)
    assert response.cookies["city"].value == "" and response.cookies["city"]["max-age"] == 0


def test_without_a_cookie_there_is_no_token():
    assert city_link.token_of(RequestFactory().get("/")) == ""
