"""An import takes the good texts in, tells each broken one with its place, and changes nothing where nothing is new."""

import re
from collections.abc import Callable

import pytest

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.languages import TranslationState, fields_of
from seoulution.apps.catalogue.models import ImportRun, PolicySolution, Translation
from seoulution.apps.catalogue.models.imports import ImportKind
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.translation_imports import SentFile, import_translations
from seoulution.apps.catalogue.services.translations import grant_language, keep_machine_draft, translate
from seoulution.apps.catalogue.translation_exports import sheet_of, xliff_of
from seoulution.apps.catalogue.translation_imports import from_sheet, from_xliff
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
FILE = SentFile("es.xlf", 10, "0" * 64)
ALL = frozenset(TranslationState)


@pytest.fixture
def translator(person: Callable[..., User]) -> User:
    user = person("translator")
    grant_language(user, Language.ES, by=person("manager"))
    return user


@pytest.fixture
def solution(translator: User) -> PolicySolution:
    """One text of each state: a person's name, a machine's result, an outdated section, the rest missing; one claim in a text."""
    Translation.objects.all().delete()
    row = PolicySolution.objects.get(code="revenue-water")
    claim = row.manuscript.claims[0]
    data = row.data
    words = f"[{claim.figure.value} {claim.figure.unit}](claim:{claim.code})"
    data["result"] = {**data["result"], "en": "Revenue water rose.", "ko": "유수율이 올랐다."}
    data["sections"]["cost"] = {**data["sections"]["cost"], "en": f"It began at {words}.", "ko": "시작."}
    PolicySolution.objects.filter(pk=row.pk).update(data=data, revision=2, shipped_digest="")
    row = PolicySolution.objects.get(pk=row.pk)
    english = {path: words.en for path, words in row.manuscript.texts()}
    spanish = {"path": "name", "text": "Agua facturada y fugas", "seen_source": english["name"]}
    translate(row, **spanish, seen_revision=0, language=Language.ES, by=translator)
    draft = {"path": "result", "text": "El agua facturada subió.", "seen_source": english["result"]}
    keep_machine_draft(row, **draft, language=Language.ES, engine="m", by=translator)
    Translation.objects.create(
        solution=row, path="sections.law", language="es", source_text="Old law", text="Vieja ley", origin="human"
    )
    return row


def brought_in(data: bytes, by: User) -> ImportRun:
    return import_translations(from_xliff(data), kind=ImportKind.TRANSLATIONS_XLIFF, file=FILE, by=by)


def with_target(data: bytes, unit: str, target: str, state: str = "translated") -> bytes:
    """The file as an agency would send it back: one unit translated."""
    text = data.decode()
    start = text.index(f'<unit id="{unit}"')
    end = text.index("</unit>", start)
    block = re.sub(r"<target>.*?</target>|<target/>", "", text[start:end], flags=re.DOTALL)
    block = block.replace("</source>", f"</source><target>{target}</target>").replace('state="initial"', f'state="{state}"')
    return (text[:start] + block + text[end:]).encode()


def found(run: ImportRun) -> dict[str, list[str]]:
    return {row["place"]["unit"]: [finding["code"] for finding in row["findings"]] for row in run.report}


@pytest.mark.parametrize("states", [ALL, frozenset({TranslationState.MACHINE, TranslationState.OUTDATED})])
def test_what_went_out_and_comes_back_untouched_changes_nothing(
    solution: PolicySolution, translator: User, states: frozenset[TranslationState]
) -> None:
    before = list(Translation.objects.order_by("pk").values())
    xliff = xliff_of([solution], Language.ES, states)
    sheet = sheet_of([solution], Language.ES, states)
    run = brought_in(xliff, translator)
    by_sheet = import_translations(from_sheet(sheet), kind=ImportKind.TRANSLATIONS_XLSX, file=FILE, by=translator)
    for one in (run, by_sheet):
        assert (one.taken_in, one.broken, one.report) == (0, 0, [])
        assert one.skipped > 0
    assert list(Translation.objects.order_by("pk").values()) == before


def test_the_good_go_in_and_each_broken_one_is_told_with_its_place(solution: PolicySolution, translator: User) -> None:
    data = xliff_of([solution], Language.ES, ALL)
    data = with_target(data, "levels.1", "Medir la producción y el consumo.")
    data = with_target(data, "sections.cost", "Empezó bajo.")
    data = with_target(data, "levels.2", '<pc id="44">x</pc>')
    data = with_target(data, "sections.law", "", "final")
    data = data.replace(b'<unit id="levels.3"', b'<unit id="levels.9"')
    run = brought_in(data, translator)
    assert (run.taken_in, run.broken) == (1, 4)
    assert found(run) == {
        "sections.cost": ["translation.reference-lost"],
        "levels.2": ["translation.code-broken"],
        "sections.law": ["translation.empty"],
        "levels.9": ["translation.unknown-field"],
    }
    lines = data.decode().splitlines()
    for row in run.report:
        block = "\n".join(lines[: int(row["place"]["line"])])
        assert block.rindex(f'<unit id="{row["place"]["unit"]}"') > block.rfind("</unit>")
    assert Translation.objects.get(solution=solution, path="levels.1").translator == translator
    assert not Translation.objects.filter(solution=solution, path__in=["sections.cost", "levels.2"]).exists()
    assert Translation.objects.get(solution=solution, path="sections.law").text == "Vieja ley"


def test_a_machine_text_that_a_person_confirmed_becomes_a_persons(solution: PolicySolution, translator: User) -> None:
    data = xliff_of([solution], Language.ES, frozenset({TranslationState.MACHINE}))
    assert brought_in(data, translator).skipped == 1
    run = brought_in(data.replace(b'state="initial"', b'state="reviewed"'), translator)
    assert run.taken_in == 1
    states = {field.path: field.state for field in fields_of(solution, Language.ES)}
    assert states["result"] is TranslationState.HUMAN


def test_a_text_whose_english_changed_since_is_told_as_such(solution: PolicySolution, translator: User) -> None:
    data = xliff_of([solution], Language.ES, ALL)
    changed = solution.data
    changed["levels"][0]["text"]["en"] = "Another English."
    PolicySolution.objects.filter(pk=solution.pk).update(data=changed, revision=3)
    run = brought_in(with_target(data, "levels.1", "Medir."), translator)
    assert found(run) == {"levels.1": ["translation.source-changed"]}


def test_what_a_colleague_wrote_meanwhile_is_not_overwritten(solution: PolicySolution, translator: User) -> None:
    data = with_target(xliff_of([solution], Language.ES, ALL), "name", "Del archivo: agua facturada")
    english = solution.manuscript.name.en
    new = {"path": "name", "text": "De la colega: agua facturada", "seen_source": english, "seen_revision": 1}
    translate(solution, **new, language=Language.ES, by=translator)
    assert found(brought_in(data, translator)) == {"name": ["translation.changed-meanwhile"]}


def test_a_text_named_twice_counts_once(solution: PolicySolution, translator: User) -> None:
    data = with_target(xliff_of([solution], Language.ES, ALL), "levels.1", "Medir.")
    doubled = data.replace(b'<unit id="levels.2"', b'<unit id="levels.1"')
    assert found(brought_in(doubled, translator))["levels.1"] == ["translation.named-twice"]


def test_a_missing_term_goes_in_and_is_told(solution: PolicySolution, translator: User) -> None:
    data = with_target(xliff_of([solution], Language.ES, ALL), "name", "El agua y las fugas")
    run = brought_in(data, translator)
    assert (run.taken_in, run.broken, found(run)) == (1, 0, {"name": ["translation.term-missing"]})


def test_an_unknown_solution_is_told(solution: PolicySolution, translator: User) -> None:
    data = xliff_of([solution], Language.ES, frozenset({TranslationState.HUMAN}))
    run = brought_in(data.replace(b'<file id="revenue-water"', b'<file id="nowhere"'), translator)
    assert found(run) == {"name": ["translation.unknown-solution"]}


def test_a_language_not_granted_is_refused_as_a_whole(solution: PolicySolution, translator: User) -> None:
    with pytest.raises(Refused) as refused:
        brought_in(xliff_of([solution], Language.FR, ALL), translator)
    assert [finding.code for finding in refused.value.findings] == ["translation.not-your-language"]
    assert not ImportRun.objects.exists()


def test_the_run_is_kept_with_its_file_and_who_brought_it(solution: PolicySolution, translator: User) -> None:
    run = ImportRun.objects.get(pk=brought_in(xliff_of([solution], Language.ES, ALL), translator).pk)
    assert (run.kind, run.language, run.file_name, run.by) == ("translations-xliff", "es", "es.xlf", translator)
