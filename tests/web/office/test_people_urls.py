"""Fixed words come before what may be anything."""

from django.urls import resolve

from seoulution.web.office import people, person


def test_a_new_account_is_not_taken_for_an_account() -> None:
    assert resolve("/office/people/new/").func is people.add and resolve("/office/people/7/").func is person.page
