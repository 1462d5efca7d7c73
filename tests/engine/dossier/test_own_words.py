"""The guard looks at the provider's own words and leaves quoted ones alone."""

from seoulution.engine.demand.wording import Audience, WordingRule
from seoulution.engine.dossier.document import (
    BulletList,
    Callout,
    Cell,
    Citation,
    Document,
    FactList,
    Figure,
    Paragraph,
    Quotation,
    Section,
    Span,
    Table,
    Tone,
    text,
)
from seoulution.engine.dossier.own_words import own_words, paper_findings
from seoulution.engine.findings import Severity
from seoulution.engine.vocabulary import Language

RULE = WordingRule(
    "export", "en", ("export*",), ("Export-Import Bank",), ((Audience.CITY, Severity.BLOCKING),), "policy-sharing"
)


def paper(*blocks: object, title: str = "Title") -> Document:
    section = Section("a", "Part", tuple(blocks), ())  # type: ignore[arg-type]
    citation = Citation("x", "An export plan of 2012")
    return Document(title, "", Language.EN, FactList(()), (section,), (citation,), "", "id")


def codes(document: Document) -> list[tuple[str, str]]:
    return [(finding.parameters["place"], finding.parameters["word"]) for finding in paper_findings(document, (RULE,))]


def test_every_kind_of_own_words_is_looked_at() -> None:
    blocks = (
        Paragraph(text("one exported")),
        BulletList((text("two exports"),)),
        Callout(Tone.WARNING, "exporter", text("ok")),
        Table("exporting", ((Cell(text("exportable")),),), (1.0,)),
        FactList((("exporters", text("ok")),)),
        Figure("caption", "<svg/>", "an exportation"),
    )
    found = {word for _, word in codes(paper(*blocks))}
    assert found == {"exported", "exports", "exporter", "exporting", "exportable", "exporters", "exportation"}
    assert codes(paper(title="Export")) == [("Export", "Export")]


def test_quotations_other_languages_citations_and_names_are_somebodys_own_words() -> None:
    quoted = Quotation("We want to export.", "en")
    foreign = Paragraph((Span("수출 export", language="ko"), Span(" is shared")))
    assert codes(paper(quoted, foreign, Paragraph(text("The Export-Import Bank pays.")))) == []


def test_a_word_cut_by_emphasis_is_seen_and_told_once_for_each_part() -> None:
    cut = Paragraph((Span("ex"), Span("port", strong=True), Span(" plan")))
    assert codes(paper(cut, Paragraph(text("Export again")))) == [("Part", "export")]


def test_parts_within_parts_are_read() -> None:
    inner = Section("b", "Inner", (Paragraph(text("exports")),))
    document = paper()
    outer = Section("a", "Outer", (), (inner,))
    whole = Document("T", "", document.language, document.facts, (outer,), (), "", "id")
    assert ("Inner", "exports") in list(own_words(whole)) and codes(whole) == [("Inner", "exports")]
