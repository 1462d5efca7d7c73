"""One translation of a field in a language, and a language granted to a person once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from seoulution.apps.catalogue.models import PolicySolution, Translation, TranslatorLanguage

pytestmark = pytest.mark.django_db


def test_a_field_has_one_translation_in_a_language(person: Callable[..., Any]) -> None:
    row = PolicySolution.objects.get(code="hanok-conservation")
    values = {"solution": row, "path": "name", "source_text": "a", "text": "b", "origin": "human"}
    Translation.objects.filter(solution=row, path="name").delete()
    Translation.objects.create(**values, language="es")
    Translation.objects.create(**values, language="fr")
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.create(**values, language="es")
    user = person("translator")
    TranslatorLanguage.objects.create(user=user, language="es")
    with pytest.raises(IntegrityError):
        TranslatorLanguage.objects.create(user=user, language="es")
