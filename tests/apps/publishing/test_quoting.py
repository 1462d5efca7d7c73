"""What may be said of a claim today: as it is, with a mark, or not at all and who can renew it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, TEXT, doubted, due, ended, referring

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.quoting import Register, printing_findings, quoted, quotes_of, readings, results_said, said
from seoulution.engine.catalogue.claims import ClaimState

pytestmark = pytest.mark.django_db


def _said(language: str = "en") -> str:
    row = PolicySolution.objects.select_related("owner").get(code=SOLUTION)
    with override(language):
        return said(TEXT[language], quotes_of(row, timezone.localdate()))


def test_a_claim_in_order_reads_as_the_text_has_it_or_as_the_register_where_the_text_leaves_it_open() -> None:
    assert _said() == "It rose from 55.2 % to 94.4 %."
    assert _said("ko") == "유수율은 55.2 %에서 94.4 %로 올랐다."


def test_a_claim_in_doubt_or_due_is_marked() -> None:
    doubted(BEFORE)
    due(AFTER)
    assert _said() == "It rose from 55.2 % [in doubt] to 94.4 % [being checked again]."


def test_an_expired_claim_shows_no_value_but_what_it_was_and_who_can_renew_it() -> None:
    ended(AFTER)
    words = _said()
    assert "55.2" in words and "94.4" not in words
    assert "[withheld: Revenue water ratio (2013). Office of Waterworks" in words
    assert "94.4" not in _said("ko") and "비공개" in _said("ko")


def test_a_claim_may_be_quoted_on_its_last_day() -> None:
    Claim.objects.filter(solution__code=SOLUTION, code=AFTER).update(valid_until=timezone.localdate())
    assert "94.4 %" in _said()
    row = PolicySolution.objects.select_related("owner").get(code=SOLUTION)
    assert quotes_of(row, timezone.localdate() + timedelta(1))[AFTER].state is ClaimState.EXPIRED


def test_a_reference_to_a_claim_that_is_gone_keeps_its_own_words_and_nothing_of_its_form() -> None:
    assert [piece.words for piece in quoted("From [3 %](claim:gone) to [](claim:gone)!", {})] == [
        "From ",
        "3 %",
        " to ",
        "",
        "!",
    ]


def test_the_name_of_an_expired_award_is_not_told_as_it_is_the_claim() -> None:
    award = Claim.objects.filter(kind="award").select_related("solution__owner")[0]
    ended(award.code, award.solution.code)
    quote = quotes_of(award.solution, timezone.localdate())[award.code]
    with override("en"):
        assert quote.withheld and award.label_en not in quote.notice + quote.reading and "Award" in quote.notice


def test_printing_is_refused_with_every_expired_claim_and_who_can_renew_it() -> None:
    row = PolicySolution.objects.select_related("owner").get(code=SOLUTION)
    today = timezone.localdate()
    assert printing_findings([row], today) == ()
    ended(BEFORE)
    ended(AFTER)
    doubted("rwr-1999")
    found = printing_findings([row], today)
    assert {finding.parameters["claim"] for finding in found} == {f"{SOLUTION}/{BEFORE}", f"{SOLUTION}/{AFTER}"}
    with override("en"):
        told = [sentence(finding) for finding in printing_findings([row], today)]
    assert all("Office of Waterworks" in words and "can renew it" in words for words in told)


def test_a_paper_that_quotes_only_some_claims_is_refused_for_those_alone() -> None:
    row = PolicySolution.objects.select_related("owner").get(code=SOLUTION)
    ended(BEFORE)
    today = timezone.localdate()
    assert printing_findings([row], today, quoted=[f"{SOLUTION}/{AFTER}"]) == ()
    assert len(printing_findings([row], today, quoted=[f"{SOLUTION}/{BEFORE}"])) == 1


def test_a_paper_out_there_is_compared_with_how_the_register_reads_today() -> None:
    row = PolicySolution.objects.select_related("owner").get(code=SOLUTION)
    with override("en"):
        register = Register(timezone.localdate(), [row])
        for code in (BEFORE, AFTER):
            register.use(register.of(row)[code])
        sent = dict(register.used())
        assert sent == readings(sent, timezone.localdate())
        ended(AFTER)
        now = readings(sent, timezone.localdate())
    assert [key for key in sent if sent[key] != now.get(key)] == [f"{SOLUTION}/{AFTER}"]


def test_lists_read_only_the_claims_that_their_lines_quote(django_assert_num_queries) -> None:
    plain = PolicySolution.objects.exclude(data__result__en__icontains="](claim:")
    rows = list(plain.select_related("owner").defer("data"))
    with override("en"), django_assert_num_queries(1):
        results_said([row.pk for row in rows], timezone.localdate())
    row = referring()
    ended(BEFORE)
    with override("en"), django_assert_num_queries(2):
        line = results_said([row.pk], timezone.localdate())[row.pk]
    assert "withheld" in line and "55.2" not in line and "94.4 %" in line


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_list_says_of_a_claim_in_any_state_what_its_own_page_says(language: str) -> None:
    row = referring()
    for changed in (lambda: None, lambda: due(AFTER), lambda: doubted(BEFORE), lambda: ended(BEFORE), lambda: ended(AFTER)):
        changed()
        with override(language):
            line = results_said([row.pk], timezone.localdate())[row.pk]
            assert line == said(TEXT[language], quotes_of(row, timezone.localdate()))
