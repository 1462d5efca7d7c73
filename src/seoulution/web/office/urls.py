"""Addresses of the office."""

from django.urls import include, path

from seoulution.web.office import dossiers, learning, matches, needs, requests, today, workspace

app_name = "office"
urlpatterns = [
    path("", today.today, name="today"),
    path("", include("seoulution.web.office.list_urls")),
    path("", include("seoulution.web.office.correspondence_urls")),
    path("", include("seoulution.web.office.work_urls")),
    path("", include("seoulution.web.office.papers_urls")),
    path("", include("seoulution.web.office.engagement_urls")),
    path("", include("seoulution.web.office.sharing_urls")),
    path("", include("seoulution.web.office.aftercare_urls")),
    path("", include("seoulution.web.office.record_urls")),
    path("", include("seoulution.web.office.programme_urls")),
    path("", include("seoulution.web.office.people_urls")),
    path("search/", today.search, name="search"),
    path("requests/", requests.listing, name="requests"),
    path("requests/new/", requests.take_in, name="request_new"),
    path("requests/<slug:code>/", workspace.workspace, name="request"),
    path("requests/<slug:code>/correct/", workspace.correct, name="request_correct"),
    path("requests/<slug:code>/understand/", workspace.understand, name="request_understand"),
    path("requests/<slug:code>/match/", workspace.match, name="request_match"),
    path("requests/<slug:code>/link/", workspace.new_link, name="request_link"),
    path("requests/<slug:code>/learning/", learning.learning, name="request_learning"),
    path("requests/<slug:code>/message/", workspace.message, name="request_message"),
    path("requests/<slug:code>/attachments/<uuid:name>/", workspace.attachment, name="attachment"),
    path("requests/<slug:code>/needs/add/", needs.add, name="need_add"),
    path("needs/<int:pk>/", needs.edit, name="need"),
    path("needs/<int:pk>/remove/", needs.remove, name="need_remove"),
    path("needs/<int:pk>/restore/", needs.restore, name="need_restore"),
    path("needs/<int:pk>/none-fits/", needs.none_fits, name="need_none_fits"),
    path("needs/<int:pk>/add-solution/", matches.add, name="match_add"),
    path("matches/<int:pk>/decide/", matches.decide, name="match_decide"),
    path("requests/<slug:code>/dossier/build/", dossiers.build, name="dossier_build"),
    path("dossiers/<int:pk>/", dossiers.read, name="dossier"),
    path("dossiers/<int:pk>/share/", dossiers.share, name="dossier_share"),
    path("dossiers/<int:pk>/<slug:name>/", dossiers.download, name="dossier_download"),
]
