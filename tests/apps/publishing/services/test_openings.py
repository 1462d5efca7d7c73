"""Each reading is a row; whoever shared the thing hears of the first."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import translation
from tests.apps.publishing.shared import engagement, link_for, told

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.publishing.notice_texts import notice_sentence
from seoulution.apps.publishing.services.openings import record_opening

pytestmark = pytest.mark.django_db


def test_every_reading_is_kept_and_the_first_is_told(person: Callable[..., Any]) -> None:
    officer, row = person("officer"), engagement()
    item, (link, _) = told(row, officer), link_for(row, officer)
    record_opening(item, link=link)
    record_opening(item, link=link)
    assert item.openings.count() == 2 and {opening.link for opening in item.openings.all()} == {link}
    assert [notice.kind for notice in Notice.objects.filter(user=officer)] == ["shared-item-opened"]


def test_the_reader_is_named_in_the_language_of_whoever_reads_the_notice(person: Callable[..., Any]) -> None:
    officer, row = person("officer"), engagement()
    record_opening(told(row, officer), link=link_for(row, officer)[0])
    notice = Notice.objects.get(user=officer)
    for language, name in (("ko", row.city.name_ko), ("en", row.city.name_en)):
        with translation.override(language):
            assert name in notice_sentence(notice)
