"""Forms of the daily work: a contact, a promise, a task, a question to another body; each also as the value its service takes."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.names import name_of
from seoulution.apps.engagements.models import Contact, ContactPerson, Promise, Task
from seoulution.apps.engagements.services.contacts import Details, Person
from seoulution.apps.engagements.services.promises import Given
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import ContactKind, Rank, Side
from seoulution.web.office.people_near import WORKERS
from seoulution.web.shared.people_near import PersonField
from seoulution.web.shared.tags.records import named

DAY: Final = "%Y-%m-%d"
MINUTE: Final = "%Y-%m-%dT%H:%M"
SIDES: Final = (Side.OURS, Side.THEIRS, Side.OTHER)


def day_field(words: Any, *, required: bool = False) -> forms.DateField:
    """A day as browsers pick it."""
    return forms.DateField(label=words, required=required, widget=day_input())


def day_input() -> forms.DateInput:
    """The browser's own calendar."""
    return forms.DateInput(attrs={"type": "date"}, format=DAY)


def minute_field(words: Any, *, required: bool = True) -> forms.DateTimeField:
    """A day with its time, in Seoul's."""
    return forms.DateTimeField(
        label=words,
        required=required,
        input_formats=[MINUTE, f"{MINUTE}:%S"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTE),
    )


def text_field(words: Any, *, rows: int = 3, required: bool = True, help_text: Any = "") -> forms.CharField:
    """A longer text."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=words, max_length=5000, required=required, widget=area, help_text=help_text)


def person_words(user: User) -> str:
    """A colleague by full name where there is one."""
    return name_of(user)


class BodyField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A body of the network by its name in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        return named(obj)


def bodies() -> Any:
    return Agency.objects.filter(withdrawn_on=None).defer("data")


class PromiseForm(forms.Form):
    """A word given, in the words of whoever heard it."""

    text = text_field(gettext_lazy("What was promised"))
    side = forms.ChoiceField(label=gettext_lazy("Whose word it is"))
    promised_by = forms.CharField(label=gettext_lazy("Who promised"), max_length=200)
    rank = forms.ChoiceField(label=gettext_lazy("Rank of who promised"), required=False)
    promised_to = forms.CharField(label=gettext_lazy("To whom"), max_length=200)
    occasion = forms.CharField(label=gettext_lazy("Where, on which occasion"), max_length=300, required=False)
    made_on = day_field(gettext_lazy("Promised on"))
    due_on = day_field(gettext_lazy("Due on"))
    responsible = BodyField(
        label=gettext_lazy("Responsible body"), queryset=Agency.objects.none(), to_field_name="code", required=False
    )
    owner = PersonField(
        label=gettext_lazy("Who sees to it"), help_text=gettext_lazy("By name or sign-in name."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = [(side.value, label(Side, side)) for side in SIDES]  # type: ignore[attr-defined]
        ranks = [(rank.value, label(Rank, rank)) for rank in reversed(Rank)]
        self.fields["rank"].choices = [("", _("Not known")), *ranks]  # type: ignore[attr-defined]
        self.fields["responsible"].queryset = bodies()  # type: ignore[attr-defined]
        self.fields["owner"].among(WORKERS, self.initial.get("owner"))  # type: ignore[attr-defined]

    def given(self) -> Given:
        """As the ledger takes it."""
        data = self.cleaned_data
        words = {name: data[name] for name in ("text", "promised_by", "promised_to", "occasion")}
        rest = {name: data[name] for name in ("responsible", "made_on", "due_on", "owner")}
        return Given(**words, **rest, side=Side(data["side"]), rank=Rank(data["rank"]) if data["rank"] else None)


class PromiseEditForm(PromiseForm):
    """Put right, with the reason."""

    reason = forms.CharField(label=gettext_lazy("Why it is changed"), max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput)


def promise_initial(row: Promise) -> dict[str, Any]:
    """What the form begins with."""
    names = ("text", "side", "promised_by", "rank", "promised_to", "occasion", "made_on", "due_on", "owner", "revision")
    responsible = row.responsible.code if row.responsible else ""
    return {name: getattr(row, name) for name in names} | {"responsible": responsible}


class TaskForm(forms.Form):
    """Something one person is to do."""

    text = text_field(gettext_lazy("What is to be done"))
    owner = PersonField(label=gettext_lazy("Who does it"), help_text=gettext_lazy("By name or sign-in name."))
    due_on = day_field(gettext_lazy("Due on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].among(WORKERS, self.initial.get("owner"))  # type: ignore[attr-defined]


class TaskEditForm(TaskForm):
    """Put right or handed over."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


def task_initial(row: Task) -> dict[str, Any]:
    """What the form begins with."""
    return {name: getattr(row, name) for name in ("text", "owner", "due_on", "revision")}


class ReferralForm(forms.Form):
    """A question to another bureau or corporation."""

    to_body = BodyField(label=gettext_lazy("Who is asked"), queryset=Agency.objects.none(), to_field_name="code")
    asks = text_field(gettext_lazy("What is asked"), rows=5)
    due_on = day_field(gettext_lazy("Answer due on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_body"].queryset = bodies()  # type: ignore[attr-defined]


class ContactForm(forms.Form):
    """A meeting, visit, letter, call, forum or mission with people of both sides."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"))
    title = forms.CharField(label=gettext_lazy("What the contact is about"), max_length=300)
    starts_at = minute_field(gettext_lazy("Begins (Seoul time)"))
    ends_at = minute_field(gettext_lazy("Ends (Seoul time)"), required=False)
    place = forms.CharField(label=gettext_lazy("Where it takes place"), max_length=300, required=False)
    ours = text_field(
        gettext_lazy("People of our side"),
        required=False,
        help_text=gettext_lazy("One person a line: name, post, body. A colleague's user name links the account."),
    )
    theirs = text_field(gettext_lazy("People of the other side"), required=False)
    other = text_field(gettext_lazy("Others"), rows=2, required=False)
    summary = text_field(gettext_lazy("What was said, or what is to be said"), rows=6, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, label(ContactKind, kind)) for kind in ContactKind]  # type: ignore[attr-defined]

    def details(self) -> Details:
        """As the service takes it."""
        data = self.cleaned_data
        people = tuple(person for side in SIDES for person in _people(side, data[side.value]))
        plain = {name: data[name] for name in ("title", "starts_at", "ends_at", "place", "summary")}
        return Details(ContactKind(data["kind"]), **plain, people=people)


class ContactNewForm(ContactForm):
    """Planned, or held already."""

    held = forms.ChoiceField(label=gettext_lazy("Did it take place?"), widget=forms.RadioSelect, initial="no")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held"].choices = [("no", _("It is planned")), ("yes", _("It was held"))]  # type: ignore[attr-defined]


class ContactEditForm(ContactForm):
    """Put right what is written."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


def _people(side: Side, lines: str) -> Iterable[Person]:
    for line in lines.splitlines():
        name, post, body = (*(part.strip() for part in line.split(",", 2)), "", "")[:3]
        if name:
            yield Person(side, name, post, body)


def contact_initial(row: Contact) -> dict[str, Any]:
    """What the form begins with."""
    names = ("kind", "title", "starts_at", "ends_at", "place", "summary", "revision")
    people = list(row.people.all())
    return {name: getattr(row, name) for name in names} | {side.value: _lines(people, side) for side in SIDES}


def _lines(people: Iterable[ContactPerson], side: Side) -> str:
    return "\n".join(", ".join((who.name, who.post, who.body)).rstrip(", ") for who in people if who.side == side)


def first_day(today: date) -> dict[str, str]:
    """A new promise was usually given today."""
    return {"made_on": today.isoformat()}
