"""Which audience answers under which address."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("seoulution.web.shared.urls")),
    path("", include("seoulution.web.public.urls")),
    path("", include("seoulution.web.city_portal.urls")),
    path("office/", include("seoulution.web.office.urls")),
    path("bureau/", include("seoulution.web.bureaus.urls")),
    path("translations/", include("seoulution.web.translators.urls")),
    path("partner/", include("seoulution.web.partner_portal.urls")),
    path("api/", include("seoulution.web.api.urls")),
]

handler404 = "seoulution.web.shared.errors.not_found"
handler403 = "seoulution.web.shared.errors.forbidden"
handler400 = "seoulution.web.shared.errors.bad_request"
handler500 = "seoulution.web.shared.errors.server_error"
