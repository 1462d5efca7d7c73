"""Addresses of a city's own file. Only the first holds the secret, and it is left at once."""

from django.urls import path

from seoulution.web.city_portal import answers, dossiers, editions, engagements, entry, file, items, messages

app_name = "city_portal"
urlpatterns = [
    path("c/", file.file, name="file"),
    path("c/leave/", entry.leave, name="leave"),
    path("c/message/", messages.send, name="message"),
    path("c/attachments/<uuid:name>/", file.attachment, name="attachment"),
    path("c/editions/<slug:code>/", editions.edition, name="edition"),
    path("c/dossiers/<int:pk>/", dossiers.read, name="dossier"),
    path("c/dossiers/<int:pk>/<slug:name>/", dossiers.download, name="dossier_download"),
    path("c/engagements/<slug:code>/", engagements.engagement, name="engagement"),
    path("c/engagements/<slug:code>/answer/", answers.answer, name="answer"),
    path("c/items/<int:pk>/", items.item, name="item"),
    path("c/items/<int:pk>/<slug:name>/", items.download, name="item_download"),
    path("c/<str:token>/", entry.enter, name="enter"),
]
