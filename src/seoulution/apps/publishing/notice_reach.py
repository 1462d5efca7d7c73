"""Which notices a person may still read: a file may have become sensitive, or another's, since they were told."""

from collections.abc import Collection, Sequence

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.correspondence.services.digests import Item
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.publishing.notice_texts import notice_sentence, why_sentence


def readable(user: User, notices: Sequence[Notice]) -> Collection[int]:
    """Ids of the notices whose engagement, where they are about one, still exists for the person."""
    codes = {notice.about_code for notice in notices if notice.about == "engagement"}
    seen = set(visible_to(user).filter(code__in=codes).values_list("code", flat=True)) if codes else set()
    return {notice.pk for notice in notices if notice.about != "engagement" or notice.about_code in seen}


def worded(notice: Notice) -> Item:
    """The notice in the language that is active, as a digest and a page show it."""
    return Item(notice_sentence(notice), why_sentence(notice))
