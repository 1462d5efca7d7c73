"""Addresses of the bureaus' desk."""

from django.urls import include, path

from seoulution.web.bureaus import (
    begin,
    claims,
    claims_written,
    desk,
    entries,
    history,
    overview,
    referrals,
    review,
    sections,
    sources,
    whole_parts,
)

editor = [
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
"""The editor of one solution, below its own address."""

app_name = "bureaus"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("solutions/", desk.solutions, name="solutions"),
    path("solutions/new/", begin.begin, name="begin"),
    path("solutions/<slug:code>/edit/", include(editor)),
    path("solutions/<slug:code>/review/", review.review, name="review"),
    path("sources/options/", sources.options, name="source_options"),
    path("solutions/<slug:code>/claims/", claims.of_solution, name="solution_claims"),
    path("claims/", claims.listing, name="claims"),
    path("claims/confirm/", claims.confirm_many, name="claims_confirm"),
    path("claims/<slug:solution>/<str:code>/", claims.page, name="claim"),
    path("claims/<slug:solution>/<str:code>/confirm/", claims.confirm, name="claim_confirm"),
    path("claims/<slug:solution>/<str:code>/end/", claims.end, name="claim_end"),
    path("referrals/", referrals.listing, name="referrals"),
    path("referrals/<int:pk>/", referrals.page, name="referral"),
    path("feedback/", desk.feedback, name="feedback"),
    path("", include("seoulution.web.bureaus.signing_urls")),
]
