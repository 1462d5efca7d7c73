"""A notice about a file that has closed to a person is read by them no more."""

from collections.abc import Callable

import pytest
from tests.apps.engagements.services.test_approvals import sent
from tests.apps.engagements.signatories import ranked

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.referrals import refer
from seoulution.apps.engagements.services.tasks import make_task
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate
from seoulution.apps.publishing.notice_reach import readable, worded
from seoulution.engine.engagements.codes import Rank

pytestmark = pytest.mark.django_db


def _told(user: User, about: str, code: str) -> Notice:
    notice = tell(
        user, kind="task-given", key=code, about=about, about_code=code, path="/office/", why="task-owner", subject="x"
    )
    assert notice is not None
    return notice


def test_a_notice_follows_its_engagement_and_others_stay(person: Callable[..., User]) -> None:
    officer = person("officer")
    engagement = Engagement.objects.filter(withdrawn_on=None)[0]
    about_it, other = _told(officer, "engagement", engagement.code), _told(officer, "task", "1")
    assert set(readable(officer, [about_it, other])) == {about_it.pk, other.pk}
    Engagement.objects.filter(pk=engagement.pk).update(is_sensitive=True, owner=person("manager"))
    assert set(readable(officer, [about_it, other])) == {other.pk}
    assert worded(other).why


def test_who_signs_reads_what_waits_for_them_in_a_file_that_is_not_theirs(person: Callable[..., User]) -> None:
    people = {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD)}
    head = ranked(person, Rank.DIVISION_HEAD, role="owner")
    case = sent(people | {Rank.DIVISION_HEAD: head})
    said = {"about": "engagement", "about_code": case.engagement.code, "path": "/bureau/signing/1/", "subject": "Trip"}
    to_sign = tell(head, kind="paper-to-sign", key="1", why="signatory", engagement="x", **said)
    reminder = tell(head, kind="reminder", key="2", why="signatory", reminder="reminder.paper-waiting", **said)
    other = tell(head, kind="reminder", key="3", why="team", reminder="reminder.gate-waiting", **said)
    assert to_sign and reminder and other
    assert set(readable(head, [to_sign, reminder, other])) == {to_sign.pk, reminder.pk}
    stranger = person("officer", name="stranger")
    Engagement.objects.filter(pk=case.engagement.pk).update(is_sensitive=True)
    assert not readable(stranger, [to_sign, reminder, other])


def test_a_task_and_a_question_follow_the_file_they_belong_to(person: Callable[..., User]) -> None:
    officer, manager = person("officer"), person("manager")
    row = Engagement.objects.filter(withdrawn_on=None)[0]
    engineer, body = person("owner"), Agency.objects.get(code="seoul")
    affiliate(engineer, agency=body)
    task = make_task(row, text="Ask the minister", owner=officer, by=manager)
    question = refer(row, to_body=body, asks="What does it cost?", by=officer)
    given, asked = Notice.objects.get(kind="task-given"), Notice.objects.get(kind="referral-asked")
    assert (given.about_code, asked.about_code) == (str(task.pk), str(question.pk))
    assert set(readable(officer, [given, asked])) == {given.pk, asked.pk}
    Engagement.objects.filter(pk=row.pk).update(is_sensitive=True, owner=manager)
    assert not readable(officer, [given, asked])
    assert set(readable(engineer, [asked])) == {asked.pk}, "the body that was asked answers"
