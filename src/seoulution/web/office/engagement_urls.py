"""Addresses of an engagement's own file: opened, its course and money, its details and team."""

from django.urls import path

from seoulution.web.office import (
    engagement_agreements,
    engagement_course,
    engagement_funding,
    engagement_new,
    engagement_people,
    engagement_spell,
    engagement_steps,
    engagement_team,
)

urlpatterns = [
    path("engagements/new/", engagement_new.page, name="engagement_new"),
    path("engagements/<slug:code>/course/", engagement_course.page, name="engagement_course"),
    path("engagements/<slug:code>/course/act/", engagement_steps.act, name="engagement_act"),
    path("engagements/<slug:code>/course/confirm/", engagement_agreements.confirm, name="engagement_confirm"),
    path("engagements/<slug:code>/course/basis/", engagement_agreements.basis, name="engagement_basis"),
    path("engagements/<slug:code>/course/route/", engagement_agreements.route, name="engagement_route"),
    path("engagements/<slug:code>/course/money/", engagement_funding.name, name="engagement_fund"),
    path("engagements/<slug:code>/reopen/", engagement_steps.reopen, name="engagement_reopen"),
    path("engagements/<slug:code>/team/", engagement_team.page, name="engagement_team"),
    path("engagements/<slug:code>/team/member/", engagement_people.member, name="engagement_member"),
    path("engagements/<slug:code>/team/desk/", engagement_people.desk, name="engagement_desk"),
    path("engagements/<slug:code>/team/solution/", engagement_people.solution, name="engagement_solution"),
    path("stages-on-record/<int:pk>/", engagement_spell.correct, name="spell"),
    path("confirmations/<int:pk>/take-back/", engagement_agreements.take_back, name="confirmation_back"),
    path("bases/<int:pk>/take-back/", engagement_agreements.basis_back, name="basis_back"),
    path("money-named/<int:pk>/", engagement_funding.change, name="funding_change"),
]
