"""Addresses of the daily work: contacts, promises, tasks and questions to other bodies."""

from django.urls import path

from seoulution.web.office import contacts, engagement_work, promise_ledger, promises, referrals, tasks

OF_REQUEST = {"of": "request"}

urlpatterns = [
    path("promises/", promise_ledger.listing, name="promises"),
    path("promises/<int:pk>/edit/", promises.edit, name="promise_edit"),
    path("promises/<int:pk>/keep/", promises.keep, name="promise_keep"),
    path("promises/<int:pk>/reopen/", promises.reopen, name="promise_reopen"),
    path("promises/<int:pk>/release/", promises.release, name="promise_release"),
    path("tasks/", tasks.listing, name="tasks"),
    path("tasks/<int:pk>/edit/", tasks.edit, name="task_edit"),
    path("tasks/<int:pk>/done/", tasks.done, name="task_done"),
    path("tasks/<int:pk>/drop/", tasks.drop, name="task_drop"),
    path("tasks/<int:pk>/reopen/", tasks.reopen, name="task_reopen"),
    path("referrals/", referrals.listing, name="referrals"),
    path("referrals/<int:pk>/withdraw/", referrals.withdraw, name="referral_withdraw"),
    path("contacts/<int:pk>/", contacts.page, name="contact"),
    path("contacts/<int:pk>/edit/", contacts.edit, name="contact_edit"),
    path("contacts/<int:pk>/hold/", contacts.hold, name="contact_hold"),
    path("contacts/<int:pk>/call-off/", contacts.call_off, name="contact_call_off"),
    path("engagements/<slug:code>/daily/", engagement_work.page, name="engagement_work"),
    path("engagements/<slug:code>/daily/contacts/add/", contacts.add, name="contact_add"),
    path("engagements/<slug:code>/daily/promises/add/", promises.add, name="promise_add"),
    path("engagements/<slug:code>/daily/tasks/add/", tasks.add, name="task_add"),
    path("engagements/<slug:code>/daily/referrals/add/", referrals.add, name="referral_add"),
    path("requests/<slug:code>/contacts/add/", contacts.add, OF_REQUEST, name="request_contact_add"),
    path("requests/<slug:code>/promises/add/", promises.add, OF_REQUEST, name="request_promise_add"),
    path("requests/<slug:code>/tasks/add/", tasks.add, OF_REQUEST, name="request_task_add"),
    path("requests/<slug:code>/referrals/add/", referrals.add, OF_REQUEST, name="request_referral_add"),
]
