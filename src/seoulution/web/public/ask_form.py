"""The request form: two things are needed, a city and a text; everything else is a help."""

from collections.abc import Sequence
from typing import Any, BinaryIO, Final, cast

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import cities_suggested
from seoulution.apps.demand.services import IncomingFile
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.drawing.numbers import grouped
from seoulution.formats.cleaning import clean_text
from seoulution.formats.uploads import UploadRefusal, inspect_upload
from seoulution.web.shared.choices import language_choices
from seoulution.web.shared.tags.records import named

MOST_CHARACTERS: Final = 200_000
AS_WRITTEN: Final = "as-written"


class CleanField(forms.CharField):
    """Text cleaned before it is judged, so that a stray control character is no reason to refuse a letter."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(clean_text(value) if isinstance(value, str) else value))


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; what is wrong with each is said by the form."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        given = data if isinstance(data, list | tuple) else [data]
        return [file for file in given if file]


class AskForm(forms.Form):
    """What a city asks."""

    city = CleanField(
        label=gettext_lazy("City or region"),
        max_length=200,
        widget=forms.TextInput(attrs={"list": "city-names", "autocomplete": "off", "dir": "auto"}),
        error_messages={"required": gettext_lazy("Please name the city or region you write for.")},
    )
    city_choice = forms.ChoiceField(label=gettext_lazy("Did you mean one of these?"), required=False, widget=forms.RadioSelect)
    text = CleanField(
        label=gettext_lazy("What does your city need?"),
        help_text=gettext_lazy(
            "A few sentences are enough: the problem, whom it affects, what was tried. Long papers are best attached as files."
        ),
        widget=forms.Textarea(attrs={"rows": 9, "dir": "auto"}),
        error_messages={"required": gettext_lazy("Please write what your city needs. One sentence is enough.")},
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of your text"), choices=language_choices, required=False)
    attachments = FilesField(
        label=gettext_lazy("Files"),
        help_text=gettext_lazy("PDF, DOCX, XLSX, HWP, HWPX, PNG, JPG, TXT, CSV or EML. At most 10 files of up to 20 MB each."),
        required=False,
    )
    requester_name = CleanField(label=gettext_lazy("Your name"), max_length=200, required=False)
    requester_role = CleanField(label=gettext_lazy("Your office or position"), max_length=200, required=False)
    requester_email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.suggested: Sequence[City] = ()
        self.files_to_choose_again: list[str] = []
        written = clean_text(str(self.data.get("city", "")))[:200].strip()
        if self.data.get("city_choice"):
            self._offer(cities_suggested(written))

    def _offer(self, cities: Sequence[City]) -> None:
        self.suggested = cities
        words = [(city.code, f"{named(city)} ({named(city.country)})") for city in cities]
        self.fields["city_choice"].choices = [*words, (AS_WRITTEN, _("None of these: as I wrote it"))]  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        """Words, and not too many of them; nothing is cut."""
        text = str(self.cleaned_data["text"])
        if len(text) > MOST_CHARACTERS:
            counted = {"count": grouped(len(text), "en"), "most": grouped(MOST_CHARACTERS, "en")}
            raise forms.ValidationError(
                _(
                    "The text has %(count)s characters; at most %(most)s can be taken here. Nothing was cut and nothing was sent: "
                    "shorten it, or attach the whole as a file."
                )
                % counted
            )
        if not any(letter.isalnum() for letter in text):
            raise forms.ValidationError(_("There are no words in this text. Please say in a sentence what your city needs."))
        return text

    def clean_attachments(self) -> tuple[IncomingFile, ...]:
        """Every file judged by its content; all refusals are said at once."""
        files: list[UploadedFile[Any]] = self.cleaned_data["attachments"]
        most, limit = settings.ATTACHMENTS_PER_REQUEST, settings.ATTACHMENT_LIMIT_BYTES
        if len(files) > most:
            raise forms.ValidationError(
                _("%(count)s files were chosen; at most %(most)s can be taken.") % {"count": len(files), "most": most}
            )
        taken, refused = [], []
        for file in files:
            judged = inspect_upload(file.name or "", cast(BinaryIO, file), limit_bytes=limit)
            if isinstance(judged, UploadRefusal):
                why = " ".join(sentence(finding) for finding in judged.findings)
                refused.append(
                    forms.ValidationError(_("“%(name)s” was not taken. %(why)s") % {"name": judged.name, "why": why})
                )
            else:
                file.seek(0)
                taken.append(IncomingFile(judged.name, judged.content_type, file.read()))
        if refused:
            raise forms.ValidationError(refused)
        return tuple(taken)

    def clean(self) -> dict[str, Any]:
        """A near miss is asked about once; files that were sent well are never lost to that question."""
        data: dict[str, Any] = super().clean() or {}
        written, files = data.get("city"), data.get("attachments")
        if written and not files and not self.errors and not data.get("city_choice"):
            self._offer(cities_suggested(written))
            if self.suggested:
                self.add_error(
                    "city_choice", _("We do not know “%(name)s” yet. Please say which place you mean.") % {"name": written}
                )
        if self.errors:
            self.files_to_choose_again = [file.name or "" for file in self.files.getlist("attachments")] if self.files else []
        return data

    def city_meant(self) -> str:
        """The name to keep: the place chosen among the near misses, otherwise what was written."""
        choice = self.cleaned_data.get("city_choice")
        chosen = next((city for city in self.suggested if city.code == choice), None)
        return chosen.name_en if chosen else str(self.cleaned_data["city"])
