"""Who may translate into which language."""

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.languages import TARGET_LANGUAGES
from seoulution.apps.catalogue.models import TranslatorLanguage
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language


def languages_of(user: User) -> tuple[Language, ...]:
    """The languages a person may translate into, in the order of the enum; whoever grants languages has all of them."""
    if not user.may(Permission.TRANSLATE):
        return ()
    if user.may(Permission.GRANT_LANGUAGES):
        return TARGET_LANGUAGES
    granted = set(TranslatorLanguage.objects.filter(user_id=user.pk).values_list("language", flat=True))
    return tuple(language for language in TARGET_LANGUAGES if language.value in granted)


def right_finding(user: User, language: Language) -> Finding | None:
    """What stops the person from translating into `language`; the same answer explains the page."""
    if language in languages_of(user):
        return None
    return Finding("translation.not-your-language", subject=language.value, parameters={"language": language.value})
