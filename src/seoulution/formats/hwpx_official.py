"""An official paper in Hangul: the body that issues it on top, to whom, the subject, and the parts run on, as a form does."""

from itertools import zip_longest

from seoulution.engine.dossier.document import Document, Section
from seoulution.formats.hwpx import Writer
from seoulution.formats.hwpx_styles import Ink
from seoulution.formats.tones import ACCENT, QUIET


class Official(Writer):
    """Writes an official paper with the parts of the report."""

    numbered_captions = False

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        styles = self.styles
        self.centred = styles.form(align="CENTER", after=1200, lines=130)
        self.plain = styles.form(align="LEFT", after=300, lines=150)
        self.subject = styles.form(align="LEFT", before=600, after=300, lines=140)
        self.head = styles.form(align="LEFT", before=900, after=350, keep=True, lines=130, outline=0)
        styles.kept = frozenset((*styles.kept, self.head))

    def _cover(self) -> None:
        document = self.document
        self._add(self._line(self.centred, document.publisher, Ink(size=19.0, bold=True)))
        for label, spans in document.facts.facts:
            shown = self.make.text(self.styles.ink(Ink(colour=QUIET)), f"{label}   ")
            self._add(self.make.paragraph(self.plain, shown, *self._runs(spans)))
        self._add(self._line(self.subject, document.title, Ink(size=14.0, bold=True)))
        if document.subtitle:
            self._add(self._line(self.plain, document.subtitle, Ink(colour=QUIET)))
        self._rule()

    def _rule(self) -> None:
        border = self.styles.border(ACCENT, "0.5 mm", "bottom")
        self._box([self.make.text(self.styles.ink(Ink(size=1.0)), "")], self.styles.cell["start"], border)

    def _contents(self) -> None:
        """A form has none."""

    def _section(self, section: Section, depth: int) -> None:
        shape = self.styles.ink(Ink(size=9.5, bold=True, colour=QUIET))
        mark, words = self.make.bookmark(shape, self.anchors[section.key]), self.make.text(shape, section.title)
        self._add(self.make.paragraph(self.head, mark, words, style=self.styles.names.get("개요 1", "0")))
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            self._block(block, following)
        for part in section.sections:
            self._section(part, depth + 1)

    def _sources(self) -> None:
        super()._sources()
        document, quiet = self.document, Ink(size=8.0, colour=QUIET)
        for name, words in ((self.words.identifier, document.identifier), (self.words.built, document.built)):
            self._add(self._line(self.plain, f"{name}: {words}", quiet))
