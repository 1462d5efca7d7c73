from dataclasses import replace

from tests.formats.sample import sample

from seoulution.engine.dossier.document import FactList, Figure, Paragraph, Section, Span, Table, cell
from seoulution.engine.vocabulary import Language
from seoulution.formats.direction import MARK, with_marks


def test_only_papers_that_run_from_right_to_left_are_marked() -> None:
    assert with_marks(sample()) is not None and with_marks(sample()) == sample()


def test_words_that_begin_from_left_to_right_are_enclosed_and_others_left_alone() -> None:
    figure = Figure("caption", "<svg/>", "words", ())
    blocks = (
        Paragraph((Span("10,421 cases/year", link="https://example.org"), Span("٩٤"), Span("مدينة"), Span("94.4 %"))),
        figure,
    )
    document = replace(
        sample(), language=Language.AR, title="TOPIS", facts=FactList(()), sections=(Section("key", "A", blocks),), citations=()
    )
    marked = with_marks(document)
    paragraph, drawn = marked.sections[0].blocks
    assert isinstance(paragraph, Paragraph) and isinstance(drawn, Figure)
    assert [span.text for span in paragraph.spans] == [f"{MARK}10,421 cases/year{MARK}", "٩٤", "مدينة", "94.4 %"]
    assert paragraph.spans[0].link == "https://example.org"
    assert (marked.title, marked.sections[0].key, marked.identifier) == (f"{MARK}TOPIS{MARK}", "key", document.identifier)
    assert (drawn.svg, drawn.alternative) == ("<svg/>", "words")


def test_a_blank_at_the_end_keeps_the_next_run_apart() -> None:
    block = Paragraph((Span("Level 1: "), Span("مدينة")))
    document = replace(
        sample(), language=Language.AR, facts=FactList(()), sections=(Section("key", "A", (block,)),), citations=()
    )
    (marked,) = with_marks(document).sections[0].blocks
    assert isinstance(marked, Paragraph) and marked.spans[0].text == f"{MARK}Level 1:{MARK} "


def test_codes_of_the_layout_are_no_words() -> None:
    table = Table("A", ((cell("مدينة"),),), (1,))
    document = replace(sample(), language=Language.AR, sections=(Section("key", "A", (table,)),), citations=())
    (marked,) = with_marks(document).sections[0].blocks
    assert isinstance(marked, Table) and marked.rows[0][0].align == "start"
