"""The request workspace: the letter, the needs with their matches, and the dossier filling up."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import cities_suggested, city_named
from seoulution.apps.demand import services
from seoulution.apps.demand.models import Attachment, Message, RequestState, SharingRequest
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.matching.queries import stored_matches
from seoulution.apps.matching.services import match_needs
from seoulution.apps.publishing.compose.reasons import reasons_of
from seoulution.apps.publishing.inputs import inputs_hash
from seoulution.apps.publishing.quoting import Register
from seoulution.engine.demand.wording import Audience
from seoulution.engine.vocabulary import Sector
from seoulution.formats import FORMATS
from seoulution.web.office.readiness import readiness
from seoulution.web.office.request_work import work_on
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.attachments import attachment_response
from seoulution.web.shared.choices import language_choices, sector_choices, state_choices
from seoulution.web.shared.editorial.guarding import found_in
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.reading import note_reading, with_reason


class CorrectForm(forms.Form):
    """What the office knows better than the rule."""

    city = forms.CharField(label=gettext_lazy("City"), required=False, max_length=200)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=language_choices, required=False)
    sectors = forms.MultipleChoiceField(
        label=gettext_lazy("Sectors"), choices=sector_choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    state = forms.ChoiceField(label=gettext_lazy("State"), choices=state_choices)
    state_reason = forms.CharField(
        label=gettext_lazy("Reason"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def clean_city(self) -> City | None:
        """Any name of a city on record; a near miss is answered with suggestions."""
        written = self.cleaned_data["city"].strip()
        if not written:
            return None
        city = city_named(written)
        if city is None:
            near = ", ".join(f"{row.name_en} ({row.code})" for row in cities_suggested(written))
            message = _("No city on record goes by “%(name)s”.") % {"name": written}
            raise forms.ValidationError(message + (" " + _("Did you mean: %(near)s?") % {"near": near} if near else ""))
        return city

    def clean(self) -> dict[str, object]:
        """Declining needs a reason."""
        data: dict[str, object] = super().clean() or {}
        if data.get("state") == RequestState.DECLINED and not str(data.get("state_reason", "")).strip():
            self.add_error("state_reason", _("A request is declined with a reason, in words the city may read."))
        return data


def names_somebody(row: SharingRequest) -> bool:
    """Whether a person wrote it to us; what the documents tell of names offices only."""
    return bool(row.requester_name or row.requester_email)


def found(code: str) -> SharingRequest:
    """The request of a code, or a 404."""
    rows = SharingRequest.objects.select_related("city__country", "assigned_to").defer("city__data", "city__country__data")
    return get_object_or_404(rows, code=code)


@needs(Permission.SEE_REQUESTS)
def workspace(request: SignedInRequest, code: str) -> HttpResponse:
    """Everything of one request on one page; where it names who asked, reading it leaves a line."""
    row = found(code)
    if request.user.may(Permission.SEE_PERSONAL_DATA) and names_somebody(row):
        note_reading(request, about="request", about_code=row.code, whose=f"requester of {row.code}")
    return _page(request, row, CorrectForm(initial=_initial(row)))


def _initial(row: SharingRequest) -> dict[str, object]:
    return {
        "city": row.city.code if row.city else "",
        "language": row.language,
        "sectors": row.sectors,
        "state": row.state,
        "state_reason": row.state_reason,
        "revision": row.revision,
    }


def _page(
    request: SignedInRequest,
    row: SharingRequest,
    form: CorrectForm,
    *,
    status: int = 200,
    theirs: SharingRequest | None = None,
    unsent: str = "",
) -> HttpResponse:
    all_needs = list(row.needs.all())
    needs_rows = [need for need in all_needs if need.removed_at is None]
    today = timezone.localdate()
    matches = stored_matches(row, today=today)
    register = Register(today)
    register.read(offer.solution for offered in matches.values() for offer, _match in offered)
    shown = [
        (need, [(offer, match, reasons_of(offer, register)) for offer, match in matches.get(need.pk, ())])
        for need in needs_rows
    ]
    dossiers = list(row.dossiers.defer("document")[:6])
    context = {
        "row": row,
        "form": form,
        "theirs": theirs,
        "needs": shown,
        "removed": [need for need in all_needs if need.removed_at is not None],
        "letter": letter_parts(row.text, [phrase for need in needs_rows for phrase in need.phrases]),
        "attachments": row.attachments.all(),
        "dossiers": dossiers,
        "out_of_date": bool(dossiers) and dossiers[0].inputs_hash != inputs_hash(row),
        "readiness": readiness(row, shown),
        "formats": [name for name in FORMATS if name != "json"],
        "sectors": sector_choices(),
        "submission": fresh_key(),
        "sees_people": request.user.may(Permission.SEE_PERSONAL_DATA),
        "conversation": _conversation(request, row),
        "work": work_on(row),
        "links": row.status_links.order_by("-issued_at")[:3],
        "now": timezone.now(),
        "unsent": unsent,
        "guard": found_in(unsent, "", Audience.CITY) if unsent else (),
    }
    return render(request, "office/request.html", context, status=status)


def _conversation(request: SignedInRequest, row: SharingRequest) -> list[Message]:
    """What was written, oldest first; whoever works on requests has now read what the city wrote."""
    written = row.messages.select_related("author")
    if request.user.may(Permission.WORK_REQUESTS) and any(each.from_city and each.read_at is None for each in written):
        services.mark_read(row, by_city=False)
        written = written.all()
    return list(written)


def letter_parts(text: str, phrases: list[dict[str, object]]) -> list[tuple[str, bool]]:
    """The letter cut into pieces; True marks a phrase that triggered a need."""
    spans = sorted({(int(str(p["start"])), int(str(p["end"]))) for p in phrases})
    parts: list[tuple[str, bool]] = []
    place = 0
    for start, end in spans:
        if start < place or end > len(text):
            continue
        if start > place:
            parts.append((text[place:start], False))
        parts.append((text[start:end], True))
        place = end
    parts.append((text[place:], False))
    return [part for part in parts if part[0]]


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def correct(request: SignedInRequest, code: str) -> HttpResponse:
    """Saves language, sectors, city and state; shows both versions when someone saved first."""
    row = found(code)
    form = CorrectForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form, status=422)
    given = form.cleaned_data
    try:
        services.correct_request(
            row,
            language=given["language"] or row.language,
            sectors=[Sector(code) for code in given["sectors"]],
            city=given["city"],
            state=given["state"],
            state_reason=given["state_reason"],
            assigned_to=row.assigned_to or request.user,
            seen_revision=given["revision"],
            by=request.user,
        )
    except StaleEdit as stale:
        form.data = {**request.POST.dict(), "sectors": request.POST.getlist("sectors"), "revision": stale.current.revision}
        return _page(request, found(code), form, status=409, theirs=stale.current)
    messages.success(request, _("Saved."))
    return redirect("office:request", code=code)


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def understand(request: SignedInRequest, code: str) -> HttpResponse:
    """Reads the needs from the text again and matches them; people's own needs and verdicts stay."""
    row = found(code)
    services.understand(row, by=request.user)
    match_needs(row, today=timezone.localdate(), by=request.user)
    messages.success(request, _("The text was read again. What people had written or decided stays."))
    return redirect("office:request", code=code)


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def match(request: SignedInRequest, code: str) -> HttpResponse:
    """Offers solutions again for needs nobody has decided on."""
    match_needs(found(code), today=timezone.localdate(), by=request.user)
    messages.success(request, _("Solutions were matched again. What people decided stays."))
    return redirect("office:request", code=code)


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def new_link(request: SignedInRequest, code: str) -> HttpResponse:
    """A new private link for the city; the old one ends. With `revoke` there is none any more."""
    row = found(code)
    if request.POST.get("revoke"):
        services.revoke_links(row)
        messages.success(request, _("The city's private link is revoked."))
    else:
        token = services.issue_link(row, by=request.user)
        link = request.build_absolute_uri(f"/c/{token}/")
        messages.success(request, _("A new private link, shown only now: %(link)s") % {"link": link})
    return redirect("office:request", code=code)


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def message(request: SignedInRequest, code: str) -> HttpResponse:
    """A word to the city in its file."""
    text = request.POST.get("text", "").strip()
    if text:
        row = found(code)
        try:
            services.say(
                row, text=text[:10_000], by=request.user, wording_reason=request.POST.get("wording_reason", "")[:2_000]
            )
        except Refused:
            return _page(request, row, CorrectForm(initial=_initial(row)), status=422, unsent=text[:10_000])
        messages.success(request, _("The city can read it in its file."))
    return redirect("office:request", code=code)


@needs(Permission.SEE_PERSONAL_DATA)
def attachment(request: SignedInRequest, code: str, name: str) -> HttpResponse:
    """A file the city sent, always as a download, with the reason on record."""
    file = get_object_or_404(Attachment, sharing_request__code=code, stored_name=name)
    return _taken(request, file)


@with_reason
def _taken(request: SignedInRequest, file: Attachment, *, reason: str) -> HttpResponse:
    code = file.sharing_request.code
    response = attachment_response(file)
    note_reading(
        request,
        about="request",
        about_code=code,
        whose=f"requester of {code}: attachment {file.pk}",
        action="download",
        reason=reason,
    )
    return response
