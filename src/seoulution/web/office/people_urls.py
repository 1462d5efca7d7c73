"""Addresses about people: accounts and their rights, roles, and who read whose data."""

from django.urls import path

from seoulution.web.office import access_records, people, people_near, person, roles

urlpatterns = [
    path("people/", people.listing, name="people"),
    path("people/new/", people.add, name="person_new"),
    path("people/near/", people_near.options, name="people_near"),
    path("people/<int:pk>/", person.page, name="person"),
    path("people/<int:pk>/change/", person.change, name="person_change"),
    path("roles/", roles.table, name="roles"),
    path("access-records/", access_records.listing, name="access_records"),
    path("access-records/review/", access_records.review, name="access_review"),
]
