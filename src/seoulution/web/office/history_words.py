"""Why a record changed, in the reader's words: what services wrote down themselves is put into words here, what people wrote stays as it is."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, Final

from django.apps import apps
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from seoulution.apps.accounts.names import names_of
from seoulution.apps.engagements.services.funding import OWN_BUDGET, PARTNER_CITY
from seoulution.apps.publishing.labels import UnknownCode, label
from seoulution.engine.engagements.codes import Agreed, MemberPart
from seoulution.web.shared.tags.records import named

WHOLE: Final[Mapping[str, Promise]] = {
    "account made": _("account made"),
    "address changed": _("address changed"),
    "body and rank": _("body and rank"),
    "calendar address issued": _("calendar address issued"),
    "calendar address revoked": _("calendar address revoked"),
    "confirmed by the city": _("confirmed by the city"),
    "contact held": _("contact held"),
    "contact put right": _("contact put right"),
    "contact recorded": _("contact recorded"),
    "decision of another body recorded": _("decision of another body recorded"),
    "dossier built": _("dossier built"),
    "dossier shared with the city": _("dossier shared with the city"),
    "draft changed": _("draft changed"),
    "drafted again": _("drafted again"),
    "figure given by the city": _("figure given by the city"),
    "figure given by the city taken out again": _("figure given by the city taken out again"),
    "language granted": _("language granted"),
    "language revoked": _("language revoked"),
    "link issued": _("link issued"),
    "mail filed as a request": _("mail filed as a request"),
    "mail filed to a request": _("mail filed to a request"),
    "mail filed to an engagement": _("mail filed to an engagement"),
    "mail taken in": _("mail taken in"),
    "match added": _("match added"),
    "matched by rule": _("matched by rule"),
    "may be learnt from": _("may be learnt from"),
    "may not be learnt from": _("may not be learnt from"),
    "need added": _("need added"),
    "need corrected": _("need corrected"),
    "need put back": _("need put back"),
    "need removed": _("need removed"),
    "none fits": _("none fits"),
    "paper added": _("paper added"),
    "paper drafted": _("paper drafted"),
    "paper sent": _("paper sent"),
    "promise kept": _("promise kept"),
    "promise opened again": _("promise opened again"),
    "promise recorded": _("promise recorded"),
    "proposal waits again": _("proposal waits again"),
    "received": _("received"),
    "referral answered": _("referral answered"),
    "referral declined": _("referral declined"),
    "referred": _("referred"),
    "request corrected": _("request corrected"),
    "said by a party": _("said by a party"),
    "second factor removed": _("second factor removed"),
    "sent for signing": _("sent for signing"),
    "signed": pgettext_lazy("paper", "signed"),
    "solution begun": _("solution begun"),
    "still true, says its owner": _("still true, says its owner"),
    "taken up": _("taken up"),
    "taken up again": _("taken up again"),
    "task done": _("task done"),
    "task handed over": _("task handed over"),
    "task made": _("task made"),
    "task opened again": _("task opened again"),
    "task put right": _("task put right"),
    "text written": _("text written"),
    "understood by rule": _("understood by rule"),
    "version added": _("version added"),
    "a private link": _("a private link"),
    "command line": _("command line"),
    "system": _("system"),
}
"""What services write as it stands, and who did it where that was no person."""


def _as_it_stands(rest: str) -> str:
    return rest


def _agreed(rest: str) -> str:
    return label(Agreed, rest)


def _day(rest: str) -> str:
    return str(date_format(date.fromisoformat(rest), "DATE_FORMAT"))


def _money(rest: str) -> str:
    own = {OWN_BUDGET: gettext("Seoul’s own budget"), PARTNER_CITY: gettext("The partner city’s money")}
    return own.get(rest) or _by_code("financing.Fund")(rest)


def _by_code(model: str) -> Callable[[str], str]:
    def name(rest: str) -> str:
        code, dot, said = rest.partition(". ")
        found: Any = apps.get_model(model)._default_manager.filter(code=code).first()
        return f"{named(found) if found else code}{dot}{said}"

    return name


def _member(rest: str) -> str:
    who, _comma, part = rest.rpartition(", ")
    return f"{_person(who)}, {label(MemberPart, part)}"


def _who(rest: str) -> str:
    who, dot, said = rest.partition(". ")
    return f"{_person(who)}{dot}{said}"


def _desk(rest: str) -> str:
    who, _comma, country = rest.partition(", ")
    return f"{_person(who)}, {_by_code('cities.Country')(country)}"


def _person(username: str) -> str:
    return people_named([username])[username]


BEGUN: Final[Mapping[str, tuple[Promise, Callable[[str], str]]]] = {
    "aftercare: looked after ": (_("checked after the handover"), _as_it_stands),
    "confirmed by the city: ": (_("confirmed by the city: %(rest)s"), _agreed),
    "desk given: ": (_("country desk given: %(rest)s"), _desk),
    "desk taken: ": (_("country desk taken: %(rest)s"), _desk),
    "editorial ": (_("text moved on"), _as_it_stands),
    "imported from ": (_("imported from %(rest)s"), _as_it_stands),
    "in operation since ": (_("in operation since %(rest)s"), _day),
    "legal basis decided: ": (_("legal basis decided"), _as_it_stands),
    "match ": (_("match decided"), _as_it_stands),
    "money named: ": (_("money named: %(rest)s"), _money),
    "put on the team: ": (_("put on the team: %(rest)s"), _member),
    "reading recorded: ": (_("reading recorded: %(rest)s"), _as_it_stands),
    "service level agreed: ": (_("service level agreed: %(rest)s"), _as_it_stands),
    "solution linked: ": (_("solution linked: %(rest)s"), _by_code("catalogue.PolicySolution")),
    "solution no longer linked: ": (_("solution no longer linked: %(rest)s"), _by_code("catalogue.PolicySolution")),
    "taken off the team: ": (_("taken off the team: %(rest)s"), _who),
}
"""What services write before the name of something; words without a place for it say enough by themselves."""


def reason_words(reason: str) -> str:
    """A reason on record as the reader says it; one that a person wrote comes back untouched."""
    if reason in WHOLE:
        return str(WHOLE[reason])
    for begun, (words, put) in BEGUN.items():
        if reason.startswith(begun):
            rest = reason.removeprefix(begun)
            try:
                return str(words) % {"rest": put(rest)}
            except (UnknownCode, ValueError):
                return reason
    return reason


def people_named(usernames: Collection[str]) -> dict[str, str]:
    """The names of these accounts; who is no account keeps the word it was recorded under."""
    found = names_of(usernames)
    return {each: found.get(each) or str(WHOLE.get(each, each)) for each in usernames}
