"""Addresses that belong to no single audience. Three carry the names by which allauth asks for them."""

from django.urls import path

from seoulution.web.shared import accounts, calendar, gallery, health, preferences
from seoulution.web.shared.editorial import guarding
from seoulution.web.shared.signing_in import account, confirming, open_id, second_factor

urlpatterns = [
    path("sign-in/", accounts.sign_in, name="sign_in"),
    path("sign-in/", accounts.sign_in, name="account_login"),
    path("sign-in/second-factor/", second_factor.ask, name="mfa_authenticate"),
    path("account/", account.account, name="account"),
    path("account/confirm/", confirming.confirm, name="account_confirm"),
    path("account/password/", account.password, name="account_password"),
    path("account/language/", account.language, name="account_language"),
    path("account/second-factor/", second_factor.set_up, name="account_second_factor"),
    path("account/second-factor/remove/", second_factor.remove, name="account_second_factor_remove"),
    path("account/recovery-codes/", second_factor.recovery_codes, name="account_recovery_codes"),
    path("account/sessions/end/", account.end_session, name="account_session_end"),
    path("account/open-id/<slug:provider_id>/", open_id.begin, name="openid_connect_login"),
    path("account/open-id/<slug:provider_id>/back/", open_id.back, name="openid_connect_callback"),
    path("calendar/", calendar.page, name="calendar"),
    path("calendar/issue/", calendar.issue, name="calendar_issue"),
    path("calendar/revoke/", calendar.revoke, name="calendar_revoke"),
    path("calendar/<str:token>.ics", calendar.feed, name="calendar_feed"),
    path("sign-out/", accounts.sign_out, name="sign_out"),
    path("choose-password/", accounts.choose_password, name="choose_password"),
    path("language/", accounts.set_language, name="set_language"),
    path("theme/", preferences.set_theme, name="set_theme"),
    path("ui-components/", gallery.gallery, name="ui_components"),
    path("wording/", guarding.check, name="wording_check"),
    path("health", health.health, name="health"),
]
