"""A notice about a file that has closed to a person is read by them no more."""

from collections.abc import Callable

import pytest

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.notice_reach import readable, worded

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
