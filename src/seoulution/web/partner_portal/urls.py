"""Addresses of the partner portal."""

from django.urls import path

from seoulution.web.partner_portal import desk, engagements

app_name = "partner_portal"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("engagements/", engagements.listing, name="engagements"),
    path("engagements/<slug:code>/", engagements.engagement, name="engagement"),
    path("engagements/<slug:code>/answer/", engagements.answer, name="answer"),
    path("items/<int:pk>/", engagements.item, name="item"),
    path("items/<int:pk>/<slug:name>/", engagements.download, name="item_download"),
]
