"""A notice is a sentence in the reader's language; dates and codes inside it are worded too."""

from django.utils.translation import override

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.publishing.notice_texts import notice_sentence, why_sentence


def test_a_notice_reads_as_a_sentence_with_its_reason() -> None:
    notice = Notice(kind="task-given", why="task-owner", parameters={"subject": "Call Hanoi"})
    with override("en"):
        assert notice_sentence(notice) == "You were given a task: Call Hanoi"
        assert why_sentence(notice) == "because the task is yours"


def test_percent_signs_in_what_people_wrote_stay_as_they_are() -> None:
    notice = Notice(kind="task-given", why="task-owner", parameters={"subject": "Ask for 5% %(x)s"})
    assert notice_sentence(notice).endswith("Ask for 5% %(x)s")


def test_a_code_that_has_no_words_yet_is_shown_as_it_is() -> None:
    notice = Notice(
        kind="paper-decided", why="drafter", parameters={"subject": "TOR", "engagement": "Hanoi", "state": "elsewhere"}
    )
    assert "elsewhere" in notice_sentence(notice)


def test_a_paper_names_its_engagement_in_the_language_of_the_reader() -> None:
    names = {"subject": "출장", "engagement": "Training in Manila", "engagement_ko": "마닐라 교육"}
    notice = Notice(kind="paper-to-sign", why="signatory", parameters=names)
    assert notice_sentence(notice) == "“출장” waits for your signature (Training in Manila)."
    with override("ko"):
        assert "마닐라 교육" in notice_sentence(notice)
