"""The addresses of sharing: fixed words are not taken for a record's code."""

import pytest
from django.urls import resolve


@pytest.mark.parametrize(
    ("path", "name", "kwargs"),
    [
        ("/office/engagements/x/sharing/", "office:engagement_sharing", {"code": "x"}),
        ("/office/engagements/x/sharing/new/", "office:engagement_share", {"code": "x"}),
        ("/office/sharing/proposals/", "office:proposals", {}),
        ("/office/sharing/links/3/revoke/", "office:party_link_revoke", {"pk": 3}),
        ("/office/sharing/equal-information/", "office:equal_information", {}),
    ],
)
def test_each_address_leads_to_its_page(path: str, name: str, kwargs: dict[str, object]) -> None:
    found = resolve(path)
    assert found.view_name == name and found.kwargs == kwargs
