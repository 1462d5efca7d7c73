"""Addresses of papers in signing, in the portal of the bureaus."""

from django.urls import path

from seoulution.web.bureaus import signing

urlpatterns = [
    path("signing/", signing.listing, name="signing"),
    path("signing/absences/", signing.away, name="absences"),
    path("signing/absences/near/", signing.signers_near, name="signers_near"),
    path("signing/absences/<int:pk>/end/", signing.back, name="absence_end"),
    path("signing/<int:pk>/", signing.case, name="signing_case"),
    path("signing/<int:pk>/sign/", signing.sign, name="signing_sign"),
    path("signing/<int:pk>/papers/<int:version>/", signing.attached, name="signing_attached"),
    path("signing/<int:pk>/minutes/<slug:name>/", signing.minutes, name="signing_minutes"),
]
