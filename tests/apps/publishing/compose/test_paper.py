"""What every section writes with: claims as they may be quoted, with their sources, and what was quoted."""

from datetime import date

import pytest
from django.utils import timezone
from django.utils.translation import override
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, doubted, ended, referring

from seoulution.apps.catalogue.models import Claim
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.engine.dossier.document import Span
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


def _quoted(paper: Paper) -> tuple[Span, ...]:
    row = referring()
    with override(paper.language.value):
        return paper.quoting(row, row.manuscript.result, *row.manuscript.result.sources)


def test_each_claim_cites_its_own_source_and_the_text_its_others_once() -> None:
    spans = _quoted(Paper(Language.EN))
    source = Claim.objects.get(solution__code=SOLUTION, code=BEFORE).figure["source"]  # type: ignore[index]
    assert "".join(span.text for span in spans) == "It rose from 55.2 % to 94.4 %."
    assert [span.cite for span in spans if span.text == "55.2 %"] == [(source,)]
    cited = [code for span in spans for code in span.cite]
    assert set(referring().manuscript.result.sources) <= set(cited)
    assert not set(spans[-1].cite) & {code for span in spans[:-1] for code in span.cite}


def test_a_paper_knows_what_it_quotes_and_how_the_register_has_it() -> None:
    paper = Paper(Language.KO)
    _quoted(paper)
    with override("ko"):
        assert paper.register.used() == ((f"{SOLUTION}/{BEFORE}", "55.2 %"), (f"{SOLUTION}/{AFTER}", "94.4 %"))


def test_a_withheld_claim_is_known_to_be_quoted_cites_nothing_and_shows_no_value() -> None:
    ended(AFTER)
    paper = Paper(Language.EN)
    notice = next(span for span in _quoted(paper) if "withheld" in span.text)
    assert notice.cite == () and "94.4" not in notice.text
    with override("en"):
        assert "withheld" in dict(paper.register.used())[f"{SOLUTION}/{AFTER}"]


def test_a_claim_in_full_is_marked_or_gives_way_to_the_notice() -> None:
    row, value = referring(), (Span("55.2 %", strong=True),)
    with override("en"):
        assert Paper(Language.EN).claim(row, BEFORE, value) == value
        doubted(BEFORE)
        assert Paper(Language.EN).claim(row, BEFORE, value)[-1].text == " [in doubt]"
        ended(BEFORE)
        assert "withheld" in Paper(Language.EN).claim(row, BEFORE, value)[0].text
        assert Paper(Language.EN).claim(row, "gone", value) == value


def test_claims_are_judged_on_the_papers_day() -> None:
    Claim.objects.filter(solution__code=SOLUTION, code=BEFORE).update(valid_until=date(2026, 6, 30))
    with override("en"):
        for today, withheld in ((date(2026, 6, 30), False), (date(2026, 7, 1), True)):
            row = referring()
            assert Paper(Language.EN, today=today).register.of(row)[BEFORE].withheld is withheld
    assert Paper(Language.EN).register.today == timezone.localdate()


@pytest.mark.parametrize(("language", "written"), [(Language.EN, "1,234.5"), (Language.KO, "1,234.5")])
def test_numbers_are_grouped_and_words_are_left(language: Language, written: str) -> None:
    paper = Paper(language)
    assert paper.number(1234.5) == written and paper.number("half") == "half"
