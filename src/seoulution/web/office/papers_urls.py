"""Addresses of papers on file, drafts, decisions of others and signing."""

from django.urls import path

from seoulution.web.office import decisions, drafts, engagement_papers, papers, signing, signing_rules

urlpatterns = [
    path("engagements/<slug:code>/papers/", engagement_papers.page, name="engagement_papers"),
    path("engagements/<slug:code>/papers/add/", papers.add, name="paper_add"),
    path("engagements/<slug:code>/papers/draft/", drafts.draft, name="paper_draft"),
    path("engagements/<slug:code>/papers/decision/", decisions.record, name="decision_record"),
    path("papers/<int:pk>/version/", papers.version, name="paper_version"),
    path("papers/<int:pk>/withdraw/", papers.withdraw, name="paper_withdraw"),
    path("papers/<int:pk>/<int:number>/", papers.download, name="paper_download"),
    path("signing/", signing.listing, name="signing"),
    path("signing/table/", signing_rules.table, name="signing_rules"),
    path("signing/absences/", signing.away, name="absences"),
    path("signing/absences/near/", signing.signers_near, name="signers_near"),
    path("signing/absences/<int:pk>/end/", signing.back, name="absence_end"),
    path("signing/<int:pk>/", signing.case, name="signing_case"),
    path("signing/<int:pk>/edit/", drafts.edit, name="draft_edit"),
    path("signing/<int:pk>/send/", drafts.send, name="draft_send"),
    path("signing/<int:pk>/sign/", signing.sign, name="signing_sign"),
    path("signing/<int:pk>/redraft/", drafts.redraft, name="draft_again"),
    path("signing/<int:pk>/withdraw/", drafts.withdraw, name="draft_withdraw"),
    path("signing/<int:pk>/strike/", decisions.strike, name="decision_strike"),
    path("signing/<int:pk>/papers/<int:version>/", signing.attached, name="signing_attached"),
    path("signing/<int:pk>/minutes/<slug:name>/", signing.minutes, name="signing_minutes"),
]
