"""Addresses of what is shared with cities, agencies and firms, and of what they say back."""

from django.urls import path

from seoulution.web.office import engagement_sharing, equal_information, party_links, proposals, sharing

urlpatterns = [
    path("engagements/<slug:code>/sharing/", engagement_sharing.page, name="engagement_sharing"),
    path("engagements/<slug:code>/sharing/new/", sharing.form, name="engagement_share"),
    path("engagements/<slug:code>/sharing/link/", party_links.issue, name="party_link_issue"),
    path("sharing/<int:pk>/end/", sharing.end, name="shared_item_end"),
    path("sharing/links/<int:pk>/reissue/", party_links.reissue, name="party_link_reissue"),
    path("sharing/links/<int:pk>/revoke/", party_links.revoke, name="party_link_revoke"),
    path("sharing/proposals/", proposals.listing, name="proposals"),
    path("sharing/proposals/<int:pk>/take-up/", proposals.take_up, name="proposal_take_up"),
    path("sharing/proposals/<int:pk>/set-aside/", proposals.set_aside, name="proposal_set_aside"),
    path("sharing/proposals/<int:pk>/put-back/", proposals.put_back, name="proposal_put_back"),
    path("sharing/equal-information/", equal_information.listing, name="equal_information"),
]
