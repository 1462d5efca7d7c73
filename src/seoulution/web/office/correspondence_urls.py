"""Addresses of notices and mail."""

from django.urls import path

from seoulution.web.office import inbox, inbox_filing, notices, outbox

urlpatterns = [
    path("notices/", notices.listing, name="notices"),
    path("notices/read/", notices.read, name="notices_read"),
    path("notices/mute/", notices.mute, name="notice_mute"),
    path("notices/settings/", notices.settings, name="notices_settings"),
    path("notices/unmute/<int:pk>/", notices.unmute, name="notice_unmute"),
    path("outbox/", outbox.listing, name="outbox"),
    path("outbox/<int:pk>/", outbox.page, name="outbox_mail"),
    path("outbox/<int:pk>/again/", outbox.again, name="outbox_again"),
    path("outbox/<int:pk>/drop/", outbox.drop, name="outbox_drop"),
    path("inbox/", inbox.listing, name="inbox"),
    path("inbox/<int:pk>/", inbox.page, name="inbox_mail"),
    path("inbox/<int:pk>/file/", inbox_filing.file, name="inbox_file"),
    path("inbox/<int:pk>/set-aside/", inbox_filing.set_aside, name="inbox_aside"),
    path("inbox/<int:pk>/take-up-again/", inbox_filing.take_up_again, name="inbox_again"),
    path("inbox/<int:pk>/enclosed/<int:number>/", inbox.attachment, name="inbox_attachment"),
]
