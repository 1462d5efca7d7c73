"""The right to translate is a role and a language; whoever grants languages has all."""

from collections.abc import Callable

import pytest

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.languages import TARGET_LANGUAGES
from seoulution.apps.catalogue.models import TranslatorLanguage
from seoulution.apps.catalogue.translators import languages_of, right_finding
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


def test_a_language_alone_gives_no_right_without_the_role(person: Callable[..., User]) -> None:
    officer = person("officer")
    TranslatorLanguage.objects.create(user=officer, language="es")
    assert languages_of(officer) == ()
    assert right_finding(officer, Language.ES) is not None


def test_a_manager_translates_into_every_language_but_the_two_of_the_source(person: Callable[..., User]) -> None:
    manager = person("manager")
    assert languages_of(manager) == TARGET_LANGUAGES
    assert right_finding(manager, Language.KO) is not None
