"""Every kind of notice and every reason has words, and the words ask for nothing that is not given."""

import re

from seoulution.apps.correspondence.kinds import NOTICES, WHYS
from seoulution.apps.publishing.notice_texts import NOTICE_TEXTS, WHY_TEXTS


def test_every_kind_and_every_reason_has_words_and_no_words_are_left_over() -> None:
    assert set(NOTICE_TEXTS) == set(NOTICES)
    assert set(WHY_TEXTS) == set(WHYS)


def test_a_sentence_says_what_its_kind_promises_and_nothing_else() -> None:
    said = {kind: set(re.findall(r"%\((\w+)\)s", str(text))) for kind, text in NOTICE_TEXTS.items()}
    assert said == {kind: set(notice.says) for kind, notice in NOTICES.items()}


def test_codes_fit_their_columns() -> None:
    assert all(len(kind) <= 60 and len(notice.about) <= 30 for kind, notice in NOTICES.items())
    assert all(len(why) <= 40 for why in WHYS)
