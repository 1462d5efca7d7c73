"""Addresses of the legal rules and of their drafts."""

from django.urls import path

from seoulution.web.office import legal, legal_drafts

urlpatterns = [
    path("legal/", legal.page, name="legal"),
    path("legal/drafts/new/", legal_drafts.new, name="legal_draft_new"),
    path("legal/drafts/<int:pk>/", legal_drafts.page, name="legal_draft"),
    path("legal/drafts/<int:pk>/decide/", legal_drafts.decide, name="legal_draft_decide"),
]
