"""What the wording guard finds in a text, ready to be shown beside it: the word in its surroundings, and what to write instead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from seoulution.apps.catalogue.template import praise, praise_rules
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.engine.catalogue.promotional import praise_findings
from seoulution.engine.demand.wording import Audience, findings_in_any_language, wording_findings
from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import Language
from seoulution.formats.cleaning import clean_text
from seoulution.language.wording import wording_rules
from seoulution.reference.schema.base import Words
from seoulution.web.shared.access import SignedInRequest, signed_in

AROUND: Final = 36
"""Characters of the text shown on each side of a word."""
MOST: Final = 60_000


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding in words, with the word in its surroundings and, for praise, why it is listed."""

    before: str
    word: str
    after: str
    said: str
    blocks: bool
    reason: Words | None = None


def marked(text: str, findings: Iterable[Finding]) -> list[Marked]:
    """Each finding that names a place in `text`."""
    shown = []
    for finding in findings:
        start, end = int(finding.parameters["start"]), int(finding.parameters["end"])
        listed = praise().get(finding.parameters.get("rule", ""))
        shown.append(
            Marked(
                ("…" if start > AROUND else "") + text[max(0, start - AROUND) : start],
                text[start:end],
                text[end : end + AROUND] + ("…" if end + AROUND < len(text) else ""),
                sentence(finding),
                finding.severity is Severity.BLOCKING,
                listed.reason if listed else None,
            )
        )
    return shown


def found_in(text: str, language: str, audience: Audience, *, with_praise: bool = False) -> Sequence[Marked]:
    """Wording by language, or in all languages where it is not known; with `with_praise` also praise that nothing proves."""
    rules = wording_rules()
    if language in set(Language):
        findings = list(wording_findings(text, language, audience, rules))
    else:
        findings = list(findings_in_any_language(text, audience, rules))
    if with_praise:
        findings += praise_findings(text, language, praise_rules(), "")
    return marked(text, findings)


@signed_in
@require_POST
def check(request: SignedInRequest) -> HttpResponse:
    """What the guard says of a text while it is being typed: the fragment that stands beneath the field."""
    field = request.POST.get("field", "")
    text = clean_text(request.POST.get(field, request.POST.get("text", "")))[:MOST]
    asked = request.POST.get("audience", "")
    audience = Audience(asked) if asked in set(Audience) else Audience.CITY
    found = found_in(text, request.POST.get("language", ""), audience, with_praise=bool(request.POST.get("praise")))
    return render(request, "shared/editorial/wording.html", {"found": found})
