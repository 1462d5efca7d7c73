"""Writes `reference/translations/<language>/<solution>.yaml` from `{path: text}`, each text with the mark of the English it was made from.

python -m tools.shipped_translations es revenue-water            the English texts still without Spanish, as JSON
python -m tools.shipped_translations es revenue-water texts.json adds them to the file; what lost a claim is refused
"""

import json
import sys
from pathlib import Path
from typing import Final

import yaml

from seoulution.engine.catalogue.references import lost_references, reference_findings
from seoulution.reference.load import ROOT, read
from seoulution.reference.schema.catalogue import PolicySolution
from seoulution.reference.schema.translations import ShippedTranslations, source_mark

FOLDER: Final = ROOT / "translations"


def english(code: str) -> PolicySolution:
    """The solution as it ships."""
    return next(record for record in read("solutions", PolicySolution)[0] if record.code == code)


def texts_of(path: Path) -> dict[str, dict[str, str]]:
    """What the file holds already; empty where there is none."""
    return dict(yaml.safe_load(path.read_text(encoding="utf-8"))["texts"]) if path.is_file() else {}


def missing(record: PolicySolution, held: dict[str, dict[str, str]]) -> dict[str, str]:
    """The English of each field whose translation is not there, or was made from another English."""
    return {
        path: words.en
        for path, words in record.texts()
        if held.get(path, {}).get("of") not in (words.en, source_mark(words.en))
    }


def problems(record: PolicySolution, given: dict[str, str]) -> list[str]:
    """Unknown fields, and claims that a text lost, made up or misquotes."""
    texts = dict(record.texts())
    figures = {claim.code: (claim.figure.value, claim.figure.unit) for claim in record.claims}
    found = [f"{path}: no such field" for path in given if path not in texts]
    for path in given.keys() & texts.keys():
        wrong = (*lost_references(texts[path].en, given[path], path), *reference_findings(given[path], figures, path))
        found += [f"{path}: {finding.code} {dict(finding.parameters)}" for finding in wrong]
    return found


def write(path: Path, record: PolicySolution, language: str, held: dict[str, dict[str, str]]) -> None:
    """In the order of the template, texts wrapped as the other reference files are."""
    order = [where for where, _ in record.texts() if where in held]
    content = {"solution": record.code, "language": language, "texts": {where: held[where] for where in order}}
    ShippedTranslations.model_validate(content)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=128), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """0 when written or listed; 1 when something was refused."""
    language, code, *file = arguments
    record, path = english(code), FOLDER / language / f"{code}.yaml"
    held = texts_of(path)
    if not file:
        print(json.dumps(missing(record, held), ensure_ascii=False, indent=1))
        return 0
    given = json.loads(Path(file[0]).read_text(encoding="utf-8"))
    if wrong := problems(record, given):
        print("\n".join(wrong), file=sys.stderr)
        return 1
    texts = dict(record.texts())
    held |= {where: {"of": source_mark(texts[where].en), "text": text.strip()} for where, text in given.items()}
    write(path, record, language, held)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
