"""T34: every form that changes something counts once however often its answer is lost: it carries a key, or says why it needs none."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.repository.tree import ROOT, named, project_files

pytestmark = pytest.mark.trust

_FORM: Final = re.compile(r"<form\b[^>]*\bmethod=.post.[^>]*>.*?</form>", re.S | re.I)
_ACTION: Final = re.compile(r"""action=["'](?:\{%\s*url\s+['"]([\w:-]+)['"][^%]*%\}([^"']*))?""")
_KEY: Final = re.compile(r"""name=["']submission["']|\{%\s*once_key|\{%\s*submission""")

SAME_TWICE: Final = {
    "sign_in": "a second sign-in is a sign-in",
    "sign_out": "who is signed out is signed out",
    "set_language": "the same choice again",
    "set_theme": "the same choice again",
    "city_portal:leave": "who left has left",
    "wording_check": "changes nothing",
    "account_password": "the old password no longer fits: the second try says so and changes nothing",
    "account_language": "the same choice again",
    "account_session_end": "what is over is over",
    "account_second_factor_remove": "what is gone is gone",
    "account_recovery_codes": "new codes each time: those shown last are the ones that open",
    "bureaus:claims_confirm": "leads to what will be confirmed; confirmed twice is confirmed",
    "office:engagements_change": "leads to what will change; the page after it carries the key",
    "office:view_delete": "what is gone is gone",
    "office:view_rename": "the same name again",
    "office:notices_read": "what is read is read",
    "office:notice_unmute": "the same choice again",
    "office:sending_told": "sets what it says",
    "office:party_link_issue": "the earlier links of the same holder end: the one shown last is the one that opens",
    "office:party_link_reissue": "a new link ends the one before: the one shown last is the one that opens",
    "office:party_link_revoke": "what is revoked is revoked",
    "calendar_issue": "a new address ends the one before: the one shown last is the one that opens",
    "calendar_revoke": "what is revoked is revoked",
    "translators:drafting_begin": "where a run goes on, it leads there",
    "translators:drafting_more": "the next text of the run, whichever that is",
    "office:person_change": "each change sets what it says, a second time the same; a one-time password shown last is the one that opens",
}
"""Forms whose second sending leaves everything as the first did."""
PAGES_OF_THEIR_OWN: Final = {
    "shared/sign_in.html": "sign_in",
    "shared/choose_password.html": "sets what it says",
    "shared/why.html": "hands a file over; each time is one line in the record of readings",
    "office/notice_mute.html": "the same choice again",
    "office/notices_settings.html": "the same choice again",
    "shared/components/toast.html": "undone twice is undone",
    "shared/account/confirm.html": "proves who one is, again",
    "shared/account/second_factor_ask.html": "a code is good once by itself",
    "shared/account/second_factor_set_up.html": "a code is good once by itself",
}
"""Forms that are sent to the page they stand on, and carry no key."""


def _forms() -> Iterator[tuple[Path, str]]:
    for path in project_files():
        if path.suffix == ".html" and "templates" in path.parts:
            for match in _FORM.finditer(path.read_text(encoding="utf-8")):
                yield path, match[0]


def _keyless() -> Iterator[str]:
    """Template and address of each form without a key that nobody has answered for."""
    for path, form in _forms():
        head = form[: form.index(">") + 1]
        whole = _with_included(form)
        if _KEY.search(whole) or _revisioned(whole):
            continue
        template = path.as_posix().split("/templates/")[1]
        action = _ACTION.search(head)
        name = action[1] if action and action[1] else ""
        if name in SAME_TWICE or (not name and template in PAGES_OF_THEIR_OWN):
            continue
        yield f"{template} → {name or head[:80]}"


def _with_included(form: str) -> str:
    """The form with the templates that it includes."""
    names = re.findall(r"""\{%\s*include\s+["']([^"']+)["']""", form)
    return form + "".join(
        path.read_text(encoding="utf-8")
        for path in project_files()
        if any(path.as_posix().endswith(f"/templates/{name}") for name in names)
    )


def _revisioned(form: str) -> bool:
    """A form that says which revision it changes is refused the second time: somebody was first, namely itself."""
    return 'name="revision"' in form or "form.revision" in form


def test_every_form_counts_once_or_says_why_it_need_not() -> None:
    assert len(list(_forms())) > 40
    assert not sorted(set(_keyless()))


def test_nothing_is_excused_that_is_not_there() -> None:
    texts = {path.as_posix().split("/templates/")[1] for path, _form in _forms()}
    assert not {page for page in set(PAGES_OF_THEIR_OWN) - texts if page.startswith("shared/account/")}


def test_a_form_without_a_key_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Canary."""
    bad = tmp_path / "templates" / "x.html"
    bad.parent.mkdir()
    bad.write_text('<form method="post" action="{% url \'office:need_add\' row.code %}">{% csrf_token %}</form>')
    monkeypatch.setattr("tests.trust.test_every_form.project_files", lambda: [bad])
    assert list(_keyless()) == ["x.html → office:need_add"]
    assert named(ROOT / "src") == "src"
