"""How far each part of the dossier is filled, with what is missing and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.matching.models import Verdict


@dataclass(frozen=True, slots=True)
class Part:
    """One section: `tone` good, warning or missing, with a sentence."""

    title: str
    tone: str
    note: str


def readiness(row: SharingRequest, needs: Sequence[tuple[Any, Sequence[tuple[Any, Any, Any]]]]) -> list[Part]:
    """Read before building: what the dossier will hold today."""
    return [_need(needs), _solutions(needs), *_city(row), _plan(row)]


def _need(needs: Sequence[tuple[Any, Any]]) -> Part:
    if not needs:
        return Part(_("What the city asks"), "missing", _("No need yet: write one down, or read the text again."))
    if any(need.found_by == "person" for need, _offers in needs):
        return Part(_("What the city asks"), "good", _("Needs were checked by a person."))
    return Part(_("What the city asks"), "warning", _("Needs were found by rule; nobody has checked them yet."))


def _solutions(needs: Sequence[tuple[Any, Sequence[tuple[Any, Any, Any]]]]) -> Part:
    title = _("Which solutions fit")
    undecided = [
        need for need, offers in needs if not need.none_fits and not any(m.verdict != Verdict.PROPOSED for _o, m, _r in offers)
    ]
    if not needs:
        return Part(title, "missing", _("Without a need there is nothing to match."))
    if undecided:
        return Part(
            title,
            "warning",
            _("%(count)s of the needs have no decision: accept, reject, or say that none fits.") % {"count": len(undecided)},
        )
    return Part(title, "good", _("Decided for every need."))


def _city(row: SharingRequest) -> list[Part]:
    if row.city is None:
        note = _("“%(name)s” is not linked to a city on record: no figures, no comparison with Seoul.") % {
            "name": row.city_as_written
        }
        return [Part(_("The city, and where Seoul stood"), "missing", note)]
    count = row.city.observations.count()
    if not count:
        return [
            Part(
                _("The city, and where Seoul stood"),
                "missing",
                _("No figure of the city is on record; country figures stand in."),
            )
        ]
    return [
        Part(
            _("The city, and where Seoul stood"),
            "good",
            _("%(count)s figures of the city, each with its source.") % {"count": count},
        )
    ]


def _plan(row: SharingRequest) -> Part:
    title = _("Steps, law and money")
    if not row.sectors:
        return Part(title, "missing", _("The sector is open: choose it, so that funds and partners can be named."))
    if row.city is None:
        return Part(title, "warning", _("Without a city on record, funds can't be checked."))
    return Part(title, "good", _("Rules and funds as of their dates are applied when the dossier is built."))
