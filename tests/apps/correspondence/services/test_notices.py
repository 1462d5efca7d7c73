"""A person is told once, in words that exist, and only while they may sign in."""

from datetime import date

import pytest

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.correspondence.services.notices import settled, tell

pytestmark = pytest.mark.django_db

TASK = {"kind": "task-given", "about": "task", "about_code": "1", "path": "/office/", "why": "task-owner"}


def _person(**fields: object) -> User:
    return User.objects.create(username="kim", role="officer", **fields)


def test_the_same_news_is_told_once() -> None:
    kim = _person()
    first = tell(kim, key="task:1", subject="Call Hanoi", **TASK)
    again = tell(kim, key="task:1", subject="Call Hanoi today", **TASK)
    assert first == again
    assert Notice.objects.get().parameters == {"subject": "Call Hanoi"}


def test_days_and_codes_are_kept_plain_so_that_they_can_be_worded_later() -> None:
    notice = tell(_person(), key="task:1", subject="Call Hanoi", due_on=date(2026, 12, 1), **TASK)
    assert notice is not None
    assert notice.parameters["due_on"] == "2026-12-01"


def test_who_may_no_longer_sign_in_is_told_nothing() -> None:
    assert tell(_person(is_active=False), key="task:1", subject="Call Hanoi", **TASK) is None
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "gossip"}, {"why": "just-so"}, {"path": "https://elsewhere.example/"}, {"path": "//elsewhere"}, {"about": ""}],
)
def test_what_could_not_be_put_into_words_or_leads_elsewhere_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"is no|not said"):
        tell(_person(), key="task:1", subject="Call Hanoi", **(TASK | wrong))


def test_a_parameter_that_the_sentence_needs_must_be_there() -> None:
    with pytest.raises(ValueError, match="needs subject"):
        tell(_person(), key="task:1", **TASK)


def test_two_long_keys_that_begin_alike_are_two_pieces_of_news() -> None:
    kim, long = _person(), "aftercare.missed-in-a-row:hanoi-water-2026:" + "share of water that reaches a paying household " * 5
    for day in ("2026-11-01", "2026-11-02", "2026-11-02"):
        assert tell(kim, key=f"{long}:{day}", subject="x", **TASK) is not None
    assert Notice.objects.count() == 2


def test_what_is_settled_counts_as_read_by_those_who_were_told() -> None:
    kim, lee = _person(), User.objects.create(username="lee", role="officer")
    for user in (kim, lee):
        tell(user, key="task:1", subject="Call Hanoi", **TASK)
    tell(kim, key="task:2", subject="Call Manila", **TASK)
    assert settled([kim.pk], ["task:1"]) == 1 == settled([lee.pk], ["task:1", "task:2"])
    assert list(Notice.objects.filter(read_at=None).values_list("key", flat=True)) == ["task:2"]
