from django.test import RequestFactory

from seoulution.web.shared.paper_addresses import addresses_of


def test_papers_name_the_site_by_the_address_that_the_reader_used() -> None:
    request = RequestFactory().get("/solutions/topis/leaflet/pdf/", secure=True, headers={"host": "testserver"})
    addresses = addresses_of(request)
    assert addresses.site == "https://testserver"
    assert addresses.solution("topis") == "https://testserver/solutions/topis/"
