"""What the pages of daily work share: the file a piece of work belongs to, and a form that keeps what was typed when it is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import Contact, Engagement, Promise, Referral, Task
from seoulution.apps.engagements.services.about import About
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.apps.engagements.work_access import work_visible_to
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.web.office.engagement_file import found
from seoulution.web.shared.access import SignedInRequest
from seoulution.web.shared.addresses import address
from seoulution.web.shared.once import fresh_key
from seoulution.web.shared.tags.records import named

NAMES: Final = ("name_ko", "name_en")
OF_FILE: Final = (
    "engagement__code",
    *(f"engagement__{field}" for field in NAMES),
    "sharing_request__code",
    "sharing_request__city_as_written",
    *(f"sharing_request__city__{field}" for field in NAMES),
)
"""The few fields that a list says of the file a piece of work belongs to: reading all of them fifty times is a third of a page's cost."""
OF_PERSON: Final = ("owner__username", "owner__first_name", "owner__last_name")
Work = TypeVar("Work", Contact, Promise, Referral, Task)


def about_of(request: SignedInRequest, of: str, code: str) -> About:
    """The engagement or request of an address, as far as it exists for the person."""
    if of == "engagement":
        return found(request, code)
    if not request.user.may(Permission.SEE_REQUESTS):
        raise Http404
    rows = SharingRequest.objects.select_related("city").defer("city__data")
    return get_object_or_404(rows, code=code)


def work_of(request: SignedInRequest, rows: QuerySet[Work], pk: int) -> Work:
    """One record as far as it exists for the person; otherwise there is no such page."""
    joined = rows.select_related("engagement__city", "sharing_request__city")
    return get_object_or_404(work_visible_to(request.user, joined), pk=pk)


def page_of_file(about: About | None, part: str = "") -> str:
    """Where the work of a file is shown."""
    anchor = f"#{part}" if part else ""
    if isinstance(about, Engagement):
        return address("office:engagement_work", about.code) + anchor
    if about is not None:
        return address("office:request", about.code) + anchor
    return address("office:today")


def file_of(work: Contact | Promise | Referral | Task) -> About | None:
    """What the record hangs on."""
    return work.engagement or work.sharing_request


def file_words(about: About | None) -> str:
    """The file in words."""
    if isinstance(about, Engagement):
        return named(about)
    if about is None:
        return ""
    return f"{named(about.city) or about.city_as_written} · {about.code}"


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page that is one form: its heading, the words of its button, the file it belongs to, and where it leads back."""

    heading: str
    press: str
    lead: str
    back: str

    def shown(self, request: SignedInRequest, form: forms.Form, *, status: int = 200, **more: Any) -> HttpResponse:
        """The page with the form as it stands."""
        context = {"page": self, "form": form, "submission": fresh_key(), **more}
        return render(request, "office/work_form.html", context, status=status)

    def taken(self, request: SignedInRequest, form: forms.Form, act: Callable[[], str]) -> HttpResponse:
        """Does it when the form is whole; a refusal comes back in words, with everything that was typed.

        act : does the work and says where to go
        """
        if request.method != "POST":
            return self.shown(request, form)
        if not form.is_valid():
            return self.shown(request, form, status=422)
        try:
            return HttpResponseRedirect(act())
        except NotAllowed as refused:
            for finding in refused.findings:
                form.add_error(None, sentence(finding))
        except ReasonMissing:
            form.add_error("reason" if "reason" in form.fields else None, _("Say why; the reason stays on record."))
        except AlreadyOver:
            form.add_error(None, _("This is closed already. Nothing was changed."))
        except StaleEdit as stale:
            return self._overtaken(request, form, stale.current)
        return self.shown(request, form, status=422)

    def _overtaken(self, request: SignedInRequest, form: forms.Form, theirs: Any) -> HttpResponse:
        """Both versions: the form keeps mine, beside it stands what another saved; sending again replaces that knowingly."""
        data: Any = form.data
        data = data.copy()
        data["revision"] = str(theirs.revision)
        form.data = data
        changed = [
            (field.label, getattr(theirs, name))
            for name, field in form.fields.items()
            if name != "revision" and hasattr(theirs, name) and getattr(theirs, name) != form.cleaned_data.get(name)
        ]
        return self.shown(request, form, status=409, theirs=changed)


def closed_or_done(request: SignedInRequest, act: Callable[[], object]) -> str:
    """Does a one-press act; what was wrong with it in words, empty when it is done."""
    try:
        act()
    except AlreadyOver:
        return _("This is closed already. Nothing was changed.")
    except ReasonMissing:
        return _("Say why; the reason stays on record. Nothing was changed.")
    except StaleEdit:
        return _("Someone else changed this first. Look again, then decide. Nothing was changed.")
    except NotAllowed as refused:
        return " ".join(sentence(finding) for finding in refused.findings)
    return ""


def back_to(work: Contact | Promise | Referral | Task, part: str, request: SignedInRequest) -> HttpResponse:
    """To the list it was pressed on, where that is one of ours, otherwise to the file."""
    lists = {"promises": "office:promises", "tasks": "office:tasks", "referrals": "office:referrals", "today": "office:today"}
    asked = lists.get(request.POST.get("from", ""))
    if asked:
        return redirect(asked)
    contact = request.POST.get("contact", "")
    if contact.isascii() and contact.isdigit() and len(contact) < 12:
        return redirect(reverse("office:contact", args=[int(contact)]) + f"#{part}")
    return HttpResponseRedirect(page_of_file(file_of(work), part))
