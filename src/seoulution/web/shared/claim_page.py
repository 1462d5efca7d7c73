"""One claim, as the office and its owner's desk both show it: value, life, history, where it is used, and what can be said of it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.editors import may_answer_for
from seoulution.apps.catalogue.models import Claim
from seoulution.apps.cities.queries import sourced
from seoulution.apps.network.models import Source
from seoulution.apps.publishing.claim_uses import uses_of
from seoulution.apps.publishing.part_titles import path_words
from seoulution.apps.publishing.quoting import quote_of
from seoulution.engine.vocabulary import Language
from seoulution.reference.schema.base import Figure
from seoulution.web.shared.access import SignedInRequest
from seoulution.web.shared.choices import LANGUAGE_NAMES
from seoulution.web.shared.claim_history import claim_events
from seoulution.web.shared.once import fresh_key

MOST_WORDS = 2_000


def _day(label: Any, help_text: Any, *, required: bool) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget)


class ConfirmForm(forms.Form):
    """It is still true."""

    valid_until = _day(
        gettext_lazy("May be quoted until"),
        gettext_lazy("Leave it empty for a fact of a past year: it does not expire."),
        required=False,
    )
    answer = forms.CharField(
        label=gettext_lazy("Answer to the doubt"),
        max_length=MOST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class EndForm(forms.Form):
    """It is no longer true from a day on."""

    valid_until = _day(
        gettext_lazy("Last day on which it may be quoted"), gettext_lazy("A day that is over ends it at once."), required=True
    )


class QuestionForm(forms.Form):
    """Somebody inside doubts it."""

    question = forms.CharField(
        label=gettext_lazy("What is in doubt, and why"), max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 3})
    )


def seen_revision(request: SignedInRequest) -> int:
    """The revision the person looked at; a form without one has seen none."""
    written = request.POST.get("revision", "")
    return int(written) if written.isdecimal() and len(written) < 10 else 0


def claim_context(request: SignedInRequest, claim: Claim, **forms_sent: forms.Form) -> dict[str, Any]:
    """What `shared/_claim.html` shows. `claim` : with solution and owner at hand; `forms_sent` : forms that came back with errors."""
    uses = uses_of(claim)
    user = request.user
    quote = quote_of(claim, claim.solution, timezone.localdate())
    return {
        "claim": claim,
        "quote": quote,
        "solution": claim.solution,
        "figure": sourced(Figure.model_validate(claim.figure)) if claim.figure else None,
        "sources": {row.code: row for row in Source.objects.filter(code__in=quote.sources)},
        "uses": uses,
        "languages": [LANGUAGE_NAMES[Language(code)] for code in uses.languages],
        "places": [path_words(path) for path in uses.paths],
        "events": claim_events(claim),
        "may_answer": may_answer_for(user, claim.solution) and user.may(Permission.SEE_BUREAU_DESK),
        "may_question": user.may(Permission.QUESTION_CLAIMS),
        "sees_requests": user.may(Permission.SEE_REQUESTS),
        "confirm": ConfirmForm(auto_id="confirm_%s"),
        "end": EndForm(auto_id="end_%s"),
        "question": QuestionForm(auto_id="question_%s"),
        "submission": fresh_key(),
        **forms_sent,
    }
