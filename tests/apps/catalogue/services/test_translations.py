"""People translate into the languages they were granted; machine text is marked until accepted; nothing is overwritten unseen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.languages import TranslationState, fields_of
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.translations import (
    accept_machine,
    grant_language,
    keep_machine_draft,
    revoke_language,
    translate,
)
from seoulution.apps.catalogue.translators import languages_of
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
Person = Callable[..., User]


@pytest.fixture
def solution() -> PolicySolution:
    Translation.objects.all().delete()
    row = PolicySolution.objects.get(code="revenue-water")
    data = row.data
    claim = row.manuscript.claims[0]
    value = f"{claim.figure.value} {claim.figure.unit}"
    data["result"] = {**data["result"], "en": f"It was [{value}](claim:{claim.code}) then.", "ko": "그랬다."}
    PolicySolution.objects.filter(pk=row.pk).update(data=data, revision=2, shipped_digest="")
    return PolicySolution.objects.get(pk=row.pk)


@pytest.fixture
def translator(person: Person) -> User:
    user = person("translator")
    grant_language(user, Language.ES, by=person("manager"))
    return user


def english(solution: PolicySolution, path: str = "result") -> str:
    return dict(solution.manuscript.texts())[path].en


def spanish(solution: PolicySolution, path: str = "result") -> str:
    return english(solution, path).replace("It was", "Fue").replace("then", "entonces")


def put(solution: PolicySolution, by: User, **changed: Any) -> Translation:
    given = {"path": "result", "language": Language.ES, "text": spanish(solution), "seen_source": english(solution)}
    return translate(solution, **{**given, "seen_revision": 0, **changed}, by=by)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def state(solution: PolicySolution, path: str = "result") -> TranslationState:
    return next(field.state for field in fields_of(solution, Language.ES) if field.path == path)


def test_a_translation_is_kept_with_who_and_what_it_was_made_from(solution: PolicySolution, translator: User) -> None:
    row = put(solution, translator)
    assert (row.translator, row.origin, row.source_text, row.revision) == (translator, "human", english(solution), 1)
    assert state(solution) is TranslationState.HUMAN
    event = apps.get_model("catalogue", "TranslationEvent").objects.get(pgh_obj=row)
    assert event.pgh_context.metadata["reason"] == "translated"


def test_nobody_translates_into_a_language_not_granted(solution: PolicySolution, translator: User, person: Person) -> None:
    for who, language in ((translator, Language.FR), (person("officer"), Language.ES), (person("owner"), Language.ES)):
        with pytest.raises(Refused) as refused:
            put(solution, who, language=language)
        assert codes(refused) == ["translation.not-your-language"]
    assert not Translation.objects.exists()


def test_who_grants_languages_has_all_and_a_revoked_one_is_gone(translator: User, person: Person) -> None:
    manager = User.objects.get(username="manager")
    assert Language.TH in languages_of(manager)
    assert languages_of(translator) == (Language.ES,)
    revoke_language(translator, Language.ES, by=manager)
    assert languages_of(translator) == ()
    with pytest.raises(Refused):
        grant_language(translator, Language.ES, by=person("officer"))
    with pytest.raises(Refused) as refused:
        grant_language(User.objects.get(username="officer"), Language.ES, by=manager)
    assert codes(refused) == ["translation.no-translator"]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"text": "   "}, "translation.empty"),
        ({"text": "Fue entonces."}, "translation.reference-lost"),
        ({"text": "[1](claim:other)"}, "translation.reference-added"),
        ({"path": "sections.none"}, "translation.unknown-field"),
        ({"seen_source": "An older English"}, "translation.source-changed"),
    ],
)
def test_what_is_not_a_translation_of_todays_text_is_refused(
    solution: PolicySolution, translator: User, changed: dict[str, str], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        put(solution, translator, **changed)
    assert code in codes(refused)
    assert not Translation.objects.exists()


def test_another_number_than_the_claims_is_refused(solution: PolicySolution, translator: User) -> None:
    claim = solution.manuscript.claims[0].code
    with pytest.raises(Refused) as refused:
        put(solution, translator, text=f"Fue [1,1 %](claim:{claim}) entonces.")
    assert codes(refused) == ["claim.words-differ"]


def test_a_word_that_is_not_used_toward_cities_is_refused(solution: PolicySolution, translator: User) -> None:
    with pytest.raises(Refused) as refused:
        put(solution, translator, text=spanish(solution) + " Se exporta.")
    assert codes(refused) == ["wording.export"]


def test_a_missing_programme_term_only_warns(solution: PolicySolution, translator: User) -> None:
    assert put(solution, translator, path="name", seen_source=english(solution, "name"), text="El agua y las fugas").pk


def test_two_translators_do_not_overwrite_each_other(solution: PolicySolution, translator: User) -> None:
    first = put(solution, translator)
    with pytest.raises(StaleText) as stale:
        put(solution, translator, text=spanish(solution) + " Otra vez.")
    assert stale.value.current == first
    assert put(solution, translator, text=spanish(solution) + " Otra vez.", seen_revision=1).revision == 2


def test_machine_text_is_marked_until_a_person_accepts_it(solution: PolicySolution, translator: User) -> None:
    draft = keep_machine_draft(
        solution,
        path="result",
        language=Language.ES,
        text=spanish(solution),
        seen_source=english(solution),
        engine="model-x",
        by=translator,
    )
    assert (draft.translator, state(solution)) == (None, TranslationState.MACHINE)
    accepted = accept_machine(draft, seen_revision=1, by=translator)
    assert (accepted.translator, accepted.engine, state(solution)) == (translator, "model-x", TranslationState.HUMAN)
    with pytest.raises(Refused) as refused:
        accept_machine(accepted, seen_revision=2, by=translator)
    assert codes(refused) == ["translation.nothing-to-accept"]


def test_a_machine_never_writes_over_a_persons_text(solution: PolicySolution, translator: User) -> None:
    put(solution, translator)
    with pytest.raises(Refused) as refused:
        keep_machine_draft(
            solution,
            path="result",
            language=Language.ES,
            text=spanish(solution),
            seen_source=english(solution),
            engine="model-x",
            by=translator,
        )
    assert codes(refused) == ["translation.person-wrote-it"]
