"""A solution as brochures and leaflets tell it, in any of the eleven languages: what is left in English is marked as English."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from seoulution.apps.catalogue.languages import SOURCE_LANGUAGES, Translated, TranslationState, in_language
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.engine.dossier.document import Span
from seoulution.engine.dossier.shortening import whole_sentences
from seoulution.engine.vocabulary import Language
from seoulution.reference.schema.base import Cited, Words
from seoulution.reference.schema.catalogue import PolicySolution as Record


@dataclass(slots=True)
class Spoken:
    """Remembers which texts were used, so that the paper can say how they were translated, and whether any was shortened."""

    paper: Paper
    solution: PolicySolution
    translated: Translated
    used: dict[str, None] = field(default_factory=dict)
    shortened: bool = False

    @property
    def language(self) -> Language:
        return self.paper.language

    @property
    def record(self) -> Record:
        """With its references to claims."""
        return self.translated.record

    def text(self, path: str, words: Words, *sources: str, most: int | None = None) -> tuple[Span, ...]:
        """A text of the template with its claims and sources; with `most`, the whole sentences that have so much room."""
        if most is not None:
            words, cut = self._short(words, most)
            self.shortened = self.shortened or cut
        return self._marked(path, self.paper.quoting(self.solution, words, *sources))

    def cited(self, path: str, text: Cited, *, most: int | None = None) -> tuple[Span, ...]:
        """The same for a text that names its sources itself."""
        return self.text(path, text, *text.sources, most=most)

    def plain(self, path: str, words: Words, *, most: int | None = None) -> str:
        """For titles and labels, which carry no marks."""
        return "".join(span.text for span in self.text(path, words, most=most))

    def as_recorded(self, words: Words, *sources: str) -> Span:
        """A text that exists in Korean and English only."""
        language = None if self.language in SOURCE_LANGUAGES else Language.EN.value
        return Span(self.paper.pick(words), cite=self.paper.cite(*sources), language=language)

    def shown_as(self, state: TranslationState) -> tuple[str, ...]:
        """The texts used that stand in one state of translation; none in Korean and English, which are the originals."""
        of_state = set(self.translated.paths(state))
        return tuple(path for path in self.used if path in of_state)

    def _short(self, words: Words, most: int) -> tuple[Words, bool]:
        (ko, ko_cut), (en, en_cut) = whole_sentences(words.ko, most), whole_sentences(words.en, most)
        return Words(ko=ko, en=en), ko_cut if self.language is Language.KO else en_cut

    def _marked(self, path: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        self.used[path] = None
        left_in_english = path in self.translated.paths(TranslationState.MISSING)
        return tuple(replace(span, language=Language.EN.value) for span in spans) if left_in_english else spans


def spoken(paper: Paper, solutions: Iterable[PolicySolution]) -> list[Spoken]:
    """Each solution as the paper's language has it; their claims are read at once."""
    rows = list(solutions)
    paper.register.read(rows)
    return [Spoken(paper, row, in_language(row, paper.language)) for row in rows]
