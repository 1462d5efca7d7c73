"""Addresses of the editor, below a solution's own at its bureau's desk."""

from django.urls import path

from seoulution.web.bureaus import claims_written, entries, history, overview, sections, whole_parts

urlpatterns = [
    path("", overview.overview, name="edit"),
    path("act/", overview.act, name="edit_act"),
    path("still-true/", overview.still_true, name="edit_still_true"),
    path("facts/", whole_parts.facts, name="edit_facts"),
    path("deliverable/", whole_parts.deliverable, name="edit_deliverable"),
    path("sections/<slug:key>/", sections.section, name="edit_section"),
    path("claims/", claims_written.listing, name="edit_claims"),
    path("claims/add/", claims_written.add, name="edit_claim_add"),
    path("claims/of/<str:claim>/", claims_written.edit, name="edit_claim"),
    path("lists/<slug:part>/", entries.entries, name="edit_entries"),
    path("history/", history.history, name="edit_history"),
    path("history/put-back/", history.put_back, name="edit_put_back"),
]
