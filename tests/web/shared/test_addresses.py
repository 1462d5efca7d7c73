import pytest
from django.http import QueryDict
from django.test import RequestFactory, override_settings
from django.urls import NoReverseMatch, path, reverse
from django.urls.base import get_script_prefix, set_script_prefix

from seoulution.web.shared.addresses import address, addresses, changed_address


def _page(request: object) -> None: ...


urlpatterns = [path("elsewhere/", _page, name="set_theme")]


def test_an_address_is_what_django_says():
    for _ in range(2):
        assert address("public:city", "hanoi") == reverse("public:city", args=("hanoi",))


def test_a_remembered_address_belongs_to_the_pages_and_the_place_where_the_site_is_mounted():
    here = address("set_theme")
    with override_settings(ROOT_URLCONF=__name__):
        assert address("set_theme") == "/elsewhere/"
    mounted_at = get_script_prefix()
    set_script_prefix("/seoul/")
    try:
        assert address("set_theme") == "/seoul" + here
    finally:
        set_script_prefix(mounted_at)
    assert address("set_theme") == here


def test_a_page_that_does_not_exist_has_no_address():
    with pytest.raises(NoReverseMatch):
        address("public:no-such-page")


def test_the_addresses_of_a_list_are_those_of_its_rows_one_by_one():
    codes = ["hanoi", "amman"]
    assert addresses("public:city", codes) == [address("public:city", code) for code in codes]
    with override_settings(ROOT_URLCONF=__name__), pytest.raises(NoReverseMatch):
        addresses("public:city", codes)


def test_a_changed_address_keeps_every_other_parameter_also_those_given_twice():
    request = RequestFactory().get("/list/?columns=name&columns=city&page=3&q=수도 요금")
    query = QueryDict(changed_address(request, {"page": None, "sort": "-name"}).partition("?")[2])
    assert query.getlist("columns") == ["name", "city"] and query["q"] == "수도 요금" and query["sort"] == "-name"
    assert "page" not in query
    assert changed_address(RequestFactory().get("/list/?page=3"), {"page": None}) == "/list/"


@pytest.mark.parametrize("code", ["hanoi", "a-b-1", "UPPER", "a_b", "1"])
def test_whatever_a_code_is_made_of_its_address_in_a_list_is_what_django_says(code):
    assert addresses("office:engagement", [code]) == [reverse("office:engagement", args=(code,))]
