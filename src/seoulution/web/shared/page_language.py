"""A page in a language that the whole interface does not speak yet: the request form and a city's own file."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from seoulution.engine.vocabulary import RIGHT_TO_LEFT, Language
from seoulution.web.shared.choices import LANGUAGE_NAMES

PARAMETER: Final = "lang"
"""In the address (`?lang=th`), and as a hidden field of forms, so that an answer with errors stays in the form's language."""


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One entry of the chooser, in its own words."""

    code: str
    name: str
    direction: str
    href: str
    current: bool


def chosen(request: HttpRequest, *, otherwise: str = "") -> Language:
    """What the address or form says, then `otherwise`, then the visitor's own choice of interface, then their browser's languages."""
    asked = request.POST.get(PARAMETER) or request.GET.get(PARAMETER) or ""
    for code in (asked, otherwise, request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")):
        if code in set(Language):
            return Language(code)
    for code, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if code.split("-")[0] in set(Language):
            return Language(code.split("-")[0])
    return Language.EN


@contextmanager
def spoken(language: Language) -> Iterator[None]:
    """Everything inside is written in `language`, English where a sentence is not translated."""
    with translation.override(language.value):
        yield


def direction(language: Language) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def content_language(language: Language) -> str:
    """Records are written in Korean and English: every other reader gets the English, marked as such."""
    return language.value if language in (Language.KO, Language.EN) else Language.EN.value


def chooser(request: HttpRequest, language: Language) -> list[LanguageLink]:
    """The same page in each language."""
    links = []
    for each in Language:
        query = request.GET.copy()
        query[PARAMETER] = each.value
        links.append(
            LanguageLink(
                each.value, LANGUAGE_NAMES[each], direction(each), f"{request.path}?{query.urlencode()}", each is language
            )
        )
    return links


def page(
    request: HttpRequest, language: Language, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """The template in `language`, with `lang`, `dir` and the header to match; the ko/en switch of other pages is left out."""
    values = {
        **context,
        "page_language": language.value,
        "page_direction": direction(language),
        "content_language": content_language(language),
        "interface_languages": (),
        "languages": chooser(request, language),
        "language_field": PARAMETER,
    }
    with spoken(language):
        response = render(request, template, values, status=status)
    response.headers["Content-Language"] = language.value
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response
