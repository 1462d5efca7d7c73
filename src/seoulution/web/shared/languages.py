"""Which languages a page is offered in: eleven where cities and the public read, Korean and English where staff work."""

from collections.abc import Callable, Sequence
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from seoulution.engine.vocabulary import Language

STAFF_ADDRESSES: Final = (
    "/office/", "/bureau/", "/translations/", "/partner/", "/sign-in/", "/sign-out/", "/choose-password/", "/account/", "/calendar/", "/ui-components/",
)  # fmt: skip
"""Below these the interface is complete in `COMPLETE` only."""
COMPLETE: Final = (Language.KO, Language.EN)


def offered_at(path: str) -> Sequence[str]:
    """The languages of the page at an address."""
    if path.startswith(STAFF_ADDRESSES):
        return [language.value for language in COMPLETE]
    return [code for code, _name in settings.LANGUAGES]


def only_languages_of_the_page(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """After Django chose a language: a page that does not speak it answers in English, never half translated."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if (translation.get_language() or "") not in offered_at(request.path_info):
            translation.activate(Language.EN.value)
            request.LANGUAGE_CODE = Language.EN.value
        return get_response(request)

    return middleware
