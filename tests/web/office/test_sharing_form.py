"""The form offers what the file has, and nothing that may not be shared."""

import pytest
from tests.apps.publishing.shared import engagement

from seoulution.apps.engagements.models import DocumentVersion, Engagement, EngagementDocument
from seoulution.apps.network.models import Firm
from seoulution.apps.publishing.parties import CITY
from seoulution.engine.engagements.codes import SharedKind
from seoulution.web.office.sharing_form import ShareForm, parties_of, things_of

pytestmark = pytest.mark.django_db


def paper(row: Engagement, title: str, **more: object) -> DocumentVersion:
    document = EngagementDocument.objects.create(engagement=row, title=title, **more)
    return DocumentVersion.objects.create(
        document=document, number=1, original_name="a.pdf", content_type="application/pdf", size_bytes=1, sha256="0" * 64
    )


def test_sensitive_papers_and_those_of_other_files_are_not_offered() -> None:
    row = engagement()
    open_paper = paper(row, "Open")
    paper(row, "Secret", is_sensitive=True)
    paper(engagement(1), "Elsewhere")
    offered = str(things_of(row))
    assert f"document:{open_paper.pk}" in offered and "Secret" not in offered and "Elsewhere" not in offered


def test_firms_of_the_sector_come_before_others_and_every_firm_stands_once() -> None:
    row = Engagement.objects.filter(withdrawn_on=None, sector="water")[0]
    city, near, far, _agencies = parties_of(row)
    assert city[0] == CITY.key and "firm:lg-hitachi-water" in dict(near[1])
    assert len(near[1]) + len(far[1]) == Firm.objects.filter(withdrawn_on=None).count()


def test_what_was_chosen_is_read_back_each_party_once() -> None:
    row = engagement()
    form = ShareForm({"thing": "information", "text": "words", "to": ["city", "city"], "subject": "s"}, engagement=row)
    assert form.is_valid() and form.chosen_parties() == [CITY]
    assert (form.chosen_thing().kind, form.chosen_thing().text) == (SharedKind.INFORMATION, "words")
    assert not ShareForm({"thing": "document:1"}, engagement=row).is_valid()
