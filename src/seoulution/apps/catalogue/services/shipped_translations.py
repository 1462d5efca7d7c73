"""Lays the translations that ship, as machine text, without touching what people wrote, accepted or had drafted."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from django.db import transaction
from django.utils import timezone

from seoulution.apps.catalogue.models import PolicySolution, SolutionVersion, Translation
from seoulution.apps.catalogue.models.translations import TranslationOrigin
from seoulution.apps.network.services import Stored
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.translations import ShippedText, ShippedTranslations

_CHANGED: Final = ["source_text", "text", "engine", "shipped_digest", "translated_at"]


@transaction.atomic
def lay_translations(shipped: Iterable[ShippedTranslations]) -> Stored:
    """One row for each shipped text of a field that the solution has today; what no longer ships goes, unless people took it over."""
    solutions = {row.code: row for row in PolicySolution.objects.all()}
    kept = {(row.solution_id, row.language, row.path): row for row in Translation.objects.defer("text", "source_text")}
    added: list[Translation] = []
    changed: list[Translation] = []
    same = 0
    for file in shipped:
        solution = solutions.get(file.solution)
        today = {path: words.en for path, words in solution.manuscript.texts()} if solution else {}
        for path in sorted(today.keys() & file.texts.keys()):
            text, digest = file.texts[path], _digest(file.texts[path], file.engine)
            row = kept.pop((solution.pk, file.language.value, path), None) if solution else None
            if row is not None and (not _as_shipped(row) or row.shipped_digest == digest):
                same += 1
                continue
            (changed if row else added).append(row := row or Translation(solution=solution, path=path, language=file.language))
            row.source_text = today[path] if text.is_of(today[path]) else text.source_text or _earlier(row.solution, path, text)
            row.text, row.engine, row.shipped_digest, row.origin = text.text, file.engine, digest, TranslationOrigin.MACHINE
            row.translated_at = timezone.now()
    Translation.objects.bulk_create(added, batch_size=500)
    Translation.objects.bulk_update(changed, _CHANGED, batch_size=500)
    gone = [row.pk for row in kept.values() if _as_shipped(row)]
    Translation.objects.filter(pk__in=gone).delete()
    return Stored(len(added), len(changed), same, len(gone))


def _as_shipped(row: Translation) -> bool:
    """Nobody changed or accepted it since it was laid."""
    return bool(row.shipped_digest) and row.revision == 1 and row.origin == TranslationOrigin.MACHINE


def _digest(text: ShippedText, engine: str) -> str:
    return sha256(json.dumps([text.of, text.text, engine]).encode()).hexdigest()


def _earlier(solution: PolicySolution, path: str, text: ShippedText) -> str:
    """The English it was made from, where one of the solution's earlier versions has it; else empty."""
    for version in SolutionVersion.objects.filter(solution=solution):
        texts = dict(catalogue.PolicySolution.model_validate(version.data).texts())
        if path in texts and text.is_of(texts[path].en):
            return texts[path].en
    return ""
