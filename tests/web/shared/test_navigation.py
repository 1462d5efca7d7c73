import pytest
from django.test import override_settings
from django.urls import include, path

from seoulution.web.shared.navigation import NAVIGATION, home_of, links


def _page(request: object) -> None: ...


_public = (
    [path("", _page, name="home"), path("cities/", _page, name="cities"), path("cities/map/", _page, name="status")],
    "public",
)
urlpatterns = [path("", include(_public))]


@override_settings(ROOT_URLCONF=__name__)
def test_an_entry_no_page_has_claimed_is_not_shown() -> None:
    assert [link.href for link in links(NAVIGATION["public"])] == ["/cities/", "/cities/map/"]


@override_settings(ROOT_URLCONF=__name__)
def test_only_the_nearest_entry_above_a_page_is_current() -> None:
    assert [link.current for link in links(NAVIGATION["public"], "/cities/map/asia/")] == [False, True]
    assert [link.current for link in links(NAVIGATION["public"], "/cities/hanoi/")] == [True, False]
    assert not any(link.current for link in links(NAVIGATION["public"], "/elsewhere/"))


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize("audience", list(NAVIGATION))
def test_the_wordmark_always_leads_somewhere(audience: str) -> None:
    assert home_of(audience) == "/"
