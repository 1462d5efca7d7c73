"""Addresses of aftercare, and of the status of sharing as of a day."""

from django.urls import path

from seoulution.web.office import aftercare, aftercare_acts, status

urlpatterns = [
    path("status/", status.page, name="status"),
    path("aftercare/", aftercare.listing, name="aftercare"),
    path("aftercare/levels/<int:pk>/end/", aftercare_acts.level_end, name="level_end"),
    path("aftercare/levels/<int:pk>/readings/add/", aftercare_acts.reading_add, name="reading_add"),
    path("aftercare/readings/<int:pk>/strike/", aftercare_acts.reading_strike, name="reading_strike"),
    path("aftercare/checks/<int:pk>/record/", aftercare_acts.check_record, name="check_record"),
    path("engagements/<slug:code>/aftercare/", aftercare.page, name="engagement_aftercare"),
    path("engagements/<slug:code>/aftercare/levels/add/", aftercare_acts.level_add, name="level_add"),
    path("engagements/<slug:code>/aftercare/checks/plan/", aftercare_acts.checks_plan, name="checks_plan"),
]
