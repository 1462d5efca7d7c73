"""What is written from code is current, and what is linked is there."""

import re
from pathlib import Path

import pytest
from tests.repository.tree import ROOT, named, project_files
from tools.docs import written

LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("name", [path.name for path in written()])
def test_a_generated_page_is_current(name: str) -> None:
    """`make docs` was run after the last change of its code."""
    path, text = next((path, text) for path, text in written().items() if path.name == name)
    assert path.is_file() and path.read_text(encoding="utf-8") == text, "run `make docs`"


def test_links_between_pages_lead_somewhere() -> None:
    """No dead link in any page of the documentation."""
    dead = [
        f"{named(page)}: {target}"
        for page in project_files()
        if page.suffix == ".md" and page.is_relative_to(ROOT)
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not dead


def test_files_named_in_the_documentation_exist() -> None:
    """`web/public/ask.py` in a page is a file of the package."""
    named_file = re.compile(
        r"`((?:engine|apps|web|formats|language|reference|postgres|drawing|commands|config)/[\w/.-]+\.(?:py|yaml|html))`"
    )
    missing = [
        f"{named(page)}: {name}"
        for page in project_files()
        if page.suffix == ".md" and "generated" not in page.parts
        for name in named_file.findall(page.read_text(encoding="utf-8"))
        if not (ROOT / "src" / "seoulution" / name).exists()
    ]
    assert not missing


def test_decision_records_have_their_three_parts() -> None:
    """Context, decision, consequences, on half a page."""
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert records
    for record in records:
        text = Path(record).read_text(encoding="utf-8")
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences")), record.name
        assert text.count("\n") <= 40, record.name
