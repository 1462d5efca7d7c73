from dataclasses import replace

from seoulution.engine.dossier.document import (
    BulletList,
    Callout,
    Citation,
    Document,
    FactList,
    Figure,
    Paragraph,
    Section,
    Span,
    Table,
    Tone,
    cell,
    text,
    uncited,
)
from seoulution.engine.vocabulary import Language

EMPTY = Document("t", "s", Language.EN, FactList(()), (), (), "built", "id")


def with_blocks(*blocks) -> Document:
    return replace(EMPTY, sections=(Section("a", "A", (), (Section("b", "B", blocks),)),))


def test_a_key_is_found_wherever_it_is_cited() -> None:
    document = with_blocks(
        Paragraph(text("x", "paragraph")),
        BulletList((text("x", "list"),)),
        Callout(Tone.WARNING, "label", text("x", "callout")),
        Table("t", ((cell("x", "cell"),),), (1.0,)),
        FactList((("label", text("x", "fact")),)),
        Figure("f", "<svg/>", "words", ("figure",)),
    )
    document = replace(document, facts=FactList((("label", text("x", "cover")),)))
    assert uncited(document) == {"paragraph", "list", "callout", "cell", "fact", "figure", "cover"}


def test_a_listed_key_is_not_reported() -> None:
    document = replace(with_blocks(Paragraph(text("x", "a", "b"))), citations=(Citation("a", "A"),))
    assert uncited(document) == {"b"}


def test_words_that_look_like_keys_are_no_citations() -> None:
    assert uncited(with_blocks(Paragraph((Span("a", language="ko", link="https://a.example"),)))) == frozenset()


def test_a_run_and_a_cell_carry_what_they_were_given() -> None:
    assert text("x", "k", strong=True) == (Span("x", strong=True, cite=("k",)),)
    assert cell("x", "k", header=True, align="end").spans == text("x", "k")
