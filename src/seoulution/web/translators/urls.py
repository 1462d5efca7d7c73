"""Addresses of the translators' workbench."""

from django.urls import path

from seoulution.web.translators import drafting, editor, files, imports, people, worklist

app_name = "translators"
urlpatterns = [
    path("", worklist.overview, name="overview"),
    path("files/", files.page, name="files"),
    path("files/export/", files.export, name="export"),
    path("files/import/", imports.take_in, name="import"),
    path("files/import/<int:pk>/", imports.report, name="import_report"),
    path("people/", people.page, name="people"),
    path("people/change/", people.change, name="people_change"),
    path("drafts/<int:pk>/", drafting.run, name="drafting"),
    path("drafts/<int:pk>/more/", drafting.more, name="drafting_more"),
    path("<slug:language>/", worklist.listing, name="worklist"),
    path("<slug:language>/<slug:code>/draft/", drafting.begin, name="drafting_begin"),
    path("<slug:language>/<slug:code>/<str:path>/", editor.page, name="editor"),
    path("<slug:language>/<slug:code>/<str:path>/save/", editor.save, name="editor_save"),
    path("<slug:language>/<slug:code>/<str:path>/accept/", editor.accept, name="editor_accept"),
    path("<slug:language>/<slug:code>/<str:path>/draft/", editor.draft, name="editor_draft"),
]
