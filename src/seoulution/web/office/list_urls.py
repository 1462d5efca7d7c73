"""Addresses of the list of engagements: changing several, and one's own views."""

from django.urls import path

from seoulution.web.office import engagement_bulk, engagement_history, saved_views

urlpatterns = [
    path("engagements/change/", engagement_bulk.change, name="engagements_change"),
    path("engagements/<slug:code>/history/", engagement_history.page, name="engagement_history"),
    path("views/save/", saved_views.save, name="view_save"),
    path("views/<int:pk>/rename/", saved_views.rename, name="view_rename"),
    path("views/<int:pk>/delete/", saved_views.delete, name="view_delete"),
]
