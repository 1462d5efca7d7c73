"""The gallery of components at `/ui-components/`: every piece once, to be looked at in both themes and languages."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from seoulution.web.shared import gallery_samples as samples
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.gallery_drawings import drawings


class ExampleForm(forms.Form):
    """One field of each kind."""

    city = forms.CharField(label=_("City"), max_length=100)
    need = forms.CharField(
        label=_("What does your city need?"),
        widget=forms.Textarea,
        help_text=_("Write in your own words and your own language. A few sentences are enough."),
    )
    email = forms.EmailField(label=_("E-mail address"), help_text=_("Only used to answer this request."))
    sector = forms.ChoiceField(label=_("Sector"), choices=samples.sector_choices, required=False)
    channel = forms.ChoiceField(
        label=_("How may we answer?"),
        widget=forms.RadioSelect,
        choices=[("mail", _("By e-mail")), ("page", _("On the private page only"))],
    )
    attachment = forms.FileField(label=_("Attachment"), required=False, help_text=_("A letter or a map, at most 20 MB."))
    consent = forms.BooleanField(label=_("I agree that Seoul keeps this address to answer the request."))


@open_to_all
def gallery(request: HttpRequest) -> HttpResponse:
    """Nothing here reads or writes a record; facts shown are from the programme's two documents."""
    language = get_language() or "en"
    form = ExampleForm(request.GET if "check" in request.GET else None)
    context = {
        "form": form,
        "narrowing": ExampleForm(prefix="narrow"),
        "page_of_list": Paginator(range(1, 264), 25).get_page(request.GET.get("page", 4)),
        **samples.samples(language),
        **drawings(language),
    }
    return render(request, "shared/gallery.html", context)
