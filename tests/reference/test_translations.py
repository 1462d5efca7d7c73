"""Translations that ship fit the solutions that ship: no unknown field, no outdated text, no lost or wrong claim."""

from pathlib import Path

from tools.shipped_translations import missing, problems, texts_of, write

from seoulution.engine.catalogue.references import lost_references, reference_findings
from seoulution.reference.load import read, reference
from seoulution.reference.schema.catalogue import PolicySolution
from seoulution.reference.schema.translations import ShippedTranslations, source_mark

SOLUTIONS = {record.code: record for record in reference().of(PolicySolution)}


def test_each_language_has_one_file_for_a_solution() -> None:
    pairs = [(record.language, record.solution) for record in reference().of(ShippedTranslations)]
    assert len(pairs) == len(set(pairs))


def test_every_shipped_translation_is_of_todays_english_and_keeps_its_claims() -> None:
    wrong = []
    for record in reference().of(ShippedTranslations):
        solution = SOLUTIONS[record.solution]
        texts = dict(solution.texts())
        figures = {claim.code: (claim.figure.value, claim.figure.unit) for claim in solution.claims}
        for path, text in record.texts.items():
            where = f"{record.language}/{record.solution} {path}"
            if path not in texts:
                wrong.append(f"{where}: no such field")
            elif not text.is_of(texts[path].en):
                wrong.append(f"{where}: the English is another today")
            else:
                found = (
                    *lost_references(texts[path].en, text.text, path),
                    *reference_findings(text.text, figures, path),
                )
                wrong += [f"{where}: {finding.code} {dict(finding.parameters)}" for finding in found]
    assert not wrong, "\n".join(wrong)


def test_the_tool_refuses_a_text_that_made_up_a_claim_or_has_no_field() -> None:
    found = problems(SOLUTIONS["topis"], {"result": "Con [1](claim:none)", "sections.no-such": "x", "name": "Nombre"})
    assert any("translation.reference-added" in line for line in found)
    assert any("claim.not-on-record" in line for line in found)
    assert any("sections.no-such: no such field" in line for line in found)
    assert not any(line.startswith("name:") for line in found)


def test_the_tool_writes_a_file_that_the_loader_reads(tmp_path: Path) -> None:
    solution = SOLUTIONS["topis"]
    path = tmp_path / "translations" / "mn" / "topis.yaml"
    held = {"name": {"of": source_mark(solution.name.en), "text": "Тээврийн мэдээллийн төв: ТОПИС"}}
    write(path, solution, "mn", held)
    records, wrong = read("translations", ShippedTranslations, tmp_path)
    assert not wrong
    assert texts_of(path) == held
    assert "name" not in missing(solution, held)
    assert records[0].texts["name"].is_of(solution.name.en)
