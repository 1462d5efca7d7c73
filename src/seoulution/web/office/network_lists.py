"""The bodies and firms of the network as filtered lists, on screen and as files."""

from collections.abc import Sequence
from typing import Final

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Party, Sector
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.list_downloads import Listing
from seoulution.web.shared.tags.records import words

FIRM: Final = "firm"
"""Firms are no bodies, but are looked for in the same place."""


def kind_words(kind: str) -> str:
    """A kind of body in words."""
    table = {
        "city_hall": _("City hall"),
        "bureau": _("Bureau or office of the city"),
        "institute": _("Research institute"),
        "training_centre": _("Training centre"),
        "university": _("University"),
        "municipal_corporation": _("Municipal corporation"),
        "ministry": _("Ministry"),
        "agency": _("National agency"),
        "association": _("Association"),
        "development_bank": _("Development bank"),
        "united_nations": _("United Nations body"),
        "city_network": _("Network of cities"),
        "foundation": _("Foundation"),
        "state_corporation": _("State corporation"),
        "mission": _("Missions abroad"),
        "forum": _("Forum"),
        FIRM: _("Private firm"),
    }
    return table[kind]


def kind_choices() -> list[tuple[str, str]]:
    """The kinds that are on record, and firms."""
    kinds = Agency.objects.filter(withdrawn_on=None).order_by("position").values_list("kind", flat=True)
    return [(kind, kind_words(kind)) for kind in (*dict.fromkeys(kinds), FIRM)]


class BodyFilter(django_filters.FilterSet):
    """Filters live in the address; they hold for bodies and for firms."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words")
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind"), choices=kind_choices, empty_label=gettext_lazy("Any kind"), method="by_kind"
    )
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector"), method="by_sector"
    )

    class Meta:
        model = Agency
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Agency], name: str, value: str) -> QuerySet[Agency]:
        """In name, abbreviation, code or role."""
        own = Q(name_ko__icontains=value) | Q(name_en__icontains=value) | Q(code__icontains=value)
        told = Q(data__role__ko__icontains=value) | Q(data__role__en__icontains=value)
        return rows.filter(own | told | Q(data__abbreviation__icontains=value))

    def by_kind(self, rows: QuerySet[Agency], name: str, value: str) -> QuerySet[Agency]:
        """Bodies of the kind; none when firms are asked for."""
        return rows.none() if value == FIRM else rows.filter(kind=value)

    def by_sector(self, rows: QuerySet[Agency], name: str, value: str) -> QuerySet[Agency]:
        """Bodies that name the sector as theirs."""
        return rows.filter(data__sectors__contains=[value])

    @property
    def firms(self) -> QuerySet[Firm]:
        """The firms that the same filters leave."""
        asked = self.form.cleaned_data if self.form.is_valid() else {}
        rows = Firm.objects.filter(withdrawn_on=None)
        if asked.get("kind") not in (None, "", FIRM):
            return rows.none()
        if text := asked.get("q"):
            own = Q(name_ko__icontains=text) | Q(name_en__icontains=text) | Q(code__icontains=text)
            rows = rows.filter(own | Q(data__printed__icontains=text))
        if sector := asked.get("sector"):
            rows = rows.filter(data__sectors__contains=[sector])
        return rows


def agency_listing(rows: Sequence[Agency]) -> Listing:
    """One row per contact, since a body may have several; a body without one keeps its row."""
    columns = (
        Column("code", _("Code")),
        Column("name_ko", _("Korean name")),
        Column("name_en", _("English name")),
        Column("abbreviation", _("Abbreviation")),
        Column("kind", _("Kind")),
        Column("party", _("Acts as")),
        Column("sectors", _("Sectors")),
        Column("role", _("Role")),
        Column("sources", _("Sources")),
        Column("unit", _("Unit")),
        Column("telephone", _("Telephone")),
        Column("website", _("Site")),
        Column("as_of", _("Contact as of"), ColumnKind.DATE),
        Column("note", _("Note on the contact")),
    )
    listed: list[Row] = []
    for row in rows:
        record = row.record
        body: Row = {
            "code": row.code,
            "name_ko": row.name_ko,
            "name_en": row.name_en,
            "abbreviation": record.abbreviation,
            "kind": kind_words(row.kind),
            "party": label(Party, row.party),
            "sectors": ", ".join(label(Sector, sector) for sector in record.sectors),
            "role": words(record.role),
            "sources": ", ".join(record.role.sources),
        }
        for contact in record.contacts or (None,):
            known = contact and {
                "unit": contact.unit,
                "telephone": contact.telephone,
                "website": contact.website,
                "as_of": contact.as_of,
                "note": words(contact.note),
            }
            listed.append({**body, **(known or {})})
    return Listing(_("Bodies of the network"), "agencies", columns, listed)


def firm_listing(rows: Sequence[Firm]) -> Listing:
    """Firms with the printed name beside the resolved one."""
    columns = (
        Column("code", _("Code")),
        Column("name_ko", _("Korean name")),
        Column("name_en", _("English name")),
        Column("printed", _("Printed")),
        Column("flagged", _("Not resolved")),
        Column("sectors", _("Sectors")),
        Column("forums", _("Forums")),
        Column("references", _("References")),
        Column("source", _("Source")),
    )
    listed: list[Row] = [
        {
            "code": row.code,
            "name_ko": row.name_ko,
            "name_en": row.name_en,
            "printed": row.record.printed,
            "flagged": words(row.record.flagged),
            "sectors": ", ".join(label(Sector, sector) for sector in row.record.sectors),
            "forums": ", ".join(row.record.forums),
            "references": " / ".join(words(each) for each in row.record.references),
            "source": row.record.source,
        }
        for row in rows
    ]
    return Listing(_("Private firms"), "firms", columns, listed)
