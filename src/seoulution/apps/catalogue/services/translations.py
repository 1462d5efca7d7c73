"""What people and machines do to translations: write one, accept a machine's, keep a machine's draft, say who may translate."""

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution, Translation, TranslatorLanguage
from seoulution.apps.catalogue.models.translations import TranslationOrigin
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.translation_checks import figures_of, translation_findings
from seoulution.apps.catalogue.translators import right_finding
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Language
from seoulution.formats.cleaning import clean_text


@transaction.atomic
def translate(
    solution: PolicySolution,
    *,
    path: str,
    language: Language,
    text: str,
    seen_source: str,
    seen_revision: int,
    by: User,
    reason: str = "translated",
) -> Translation:
    """A person's translation of one field. `seen_source`, `seen_revision` : the English and the row (0: none) as the person saw them.

    raises Refused : not their language, no such field, the English changed, or the text lost what it must hold; StaleText
    """
    return _store(solution, path, language, text, seen_source, seen_revision, by=by, reason=reason)


@transaction.atomic
def translate_repeats(row: Translation, *, by: User) -> int:
    """Puts a person's text into the solution's other texts of the same English that have none yet; how many there were."""
    language = Language(row.language)
    paths = [path for path, words in row.solution.manuscript.texts() if words.en == row.source_text and path != row.path]
    taken = set(Translation.objects.filter(solution=row.solution, language=row.language).values_list("path", flat=True))
    empty = [path for path in paths if path not in taken]
    for path in empty:
        given = {"path": path, "language": language, "text": row.text, "seen_source": row.source_text, "seen_revision": 0}
        translate(row.solution, **given, by=by, reason=f"translated as {row.path}, whose English is the same")
    return len(empty)


@transaction.atomic
def accept_machine(row: Translation, *, seen_revision: int, by: User) -> Translation:
    """A person has read the machine's text against the English and answers for it; `engine` keeps who made it first.

    raises Refused : as `translate`, or there is no machine's text; StaleText
    """
    if row.origin != TranslationOrigin.MACHINE:
        raise Refused((Finding("translation.nothing-to-accept", subject=row.path),))
    return _store(
        row.solution,
        row.path,
        Language(row.language),
        row.text,
        row.source_text,
        seen_revision,
        by=by,
        reason="machine translation accepted",
        engine=row.engine,
    )


@transaction.atomic
def keep_machine_draft(
    solution: PolicySolution, *, path: str, language: Language, text: str, seen_source: str, engine: str, by: User
) -> Translation:
    """A machine's text, marked as such until a person accepts it. A machine never writes over a person's text.

    raises Refused
    """
    row = _row(solution, path, language)
    if row is not None and row.origin == TranslationOrigin.HUMAN:
        raise Refused((Finding("translation.person-wrote-it", subject=path),))
    origin, reason = TranslationOrigin.MACHINE, f"machine draft by {engine}"
    seen_revision = row.revision if row else 0
    return _store(
        solution, path, language, text, seen_source, seen_revision, by=by, reason=reason, origin=origin, engine=engine
    )


@transaction.atomic
def grant_language(user: User, language: Language, *, by: User) -> None:
    """The person may translate into the language from now on; said twice it is the same."""
    _granting(by)
    if not user.may(Permission.TRANSLATE):
        raise Refused((Finding("translation.no-translator", subject=user.username),))
    with pghistory.context(reason="language granted", by=by.username):
        TranslatorLanguage.objects.get_or_create(user=user, language=language.value)


@transaction.atomic
def revoke_language(user: User, language: Language, *, by: User) -> None:
    """The person may no longer; what they translated stays."""
    _granting(by)
    with pghistory.context(reason="language revoked", by=by.username):
        TranslatorLanguage.objects.filter(user=user, language=language.value).delete()


def _granting(by: User) -> None:
    if not by.may(Permission.GRANT_LANGUAGES):
        raise Refused((Finding("editorial.not-your-part", subject="language", parameters={"part": "programme"}),))


def _row(solution: PolicySolution, path: str, language: Language) -> Translation | None:
    rows = Translation.objects.select_for_update(of=("self",))
    return rows.filter(solution=solution, path=path, language=language.value).first()


def _store(
    solution: PolicySolution,
    path: str,
    language: Language,
    text: str,
    seen_source: str,
    seen_revision: int,
    *,
    by: User,
    reason: str,
    origin: TranslationOrigin = TranslationOrigin.HUMAN,
    engine: str = "",
) -> Translation:
    cleaned = clean_text(text).strip()
    solution = PolicySolution.objects.select_for_update(of=("self",), no_key=True).get(pk=solution.pk)
    row = _row(solution, path, language)
    if (row.revision if row else 0) != seen_revision:
        raise StaleText(row or solution)
    if refused := storing_refusals(solution, path, language, cleaned, seen_source, by=by):
        raise Refused(refused)
    with pghistory.context(reason=reason, by=by.username):
        row = row or Translation(solution=solution, path=path, language=language.value, revision=0)
        row.source_text, row.text = seen_source, cleaned
        row.origin, row.engine = origin, engine
        row.translator = by if origin == TranslationOrigin.HUMAN else None
        row.shipped_digest = row.shipped_digest if origin == TranslationOrigin.HUMAN else ""
        row.revision += 1
        row.save()
    return row


def storing_refusals(
    solution: PolicySolution, path: str, language: Language, text: str, seen_source: str, *, by: User
) -> tuple[Finding, ...]:
    """What stops the text from being kept as a translation of today's English; empty when nothing does."""
    if not_theirs := right_finding(by, language):
        return (not_theirs,)
    sources = {where: words.en for where, words in solution.manuscript.texts()}
    if path not in sources:
        return (Finding("translation.unknown-field", subject=path, parameters={"path": path}),)
    if sources[path] != seen_source:
        return (Finding("translation.source-changed", subject=path),)
    return blocking(translation_findings(seen_source, text, language, figures_of(solution), path))
