"""Pages in languages that the whole interface does not speak yet."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import RequestFactory

import seoulution
from seoulution.engine.vocabulary import Language
from seoulution.web.shared import page_language

PACKAGE = Path(seoulution.__file__).parent
WEB = PACKAGE / "web"
MORE = [language for language in Language if language not in (Language.KO, Language.EN)]
TEMPLATES = [
    WEB / "public/templates/public/ask.html",
    *(WEB / "shared/templates/shared" / name for name in ("base_page_language.html", "_page_languages.html")),
    *sorted((WEB / "city_portal/templates/city_portal").glob("*.html")),
]
MODULES = [WEB / "public/ask_form.py", WEB / "public/ask.py", *sorted((WEB / "city_portal").glob("*.py"))]


def _sentences() -> set[str]:
    found = set()
    for path in TEMPLATES:
        text = path.read_text()
        found |= {one or two for one, two in re.findall(r"""{% translate (?:"([^"]+)"|'([^']+)')""", text)}
        for options, block in re.findall(r"{% blocktranslate([^%]*)%}(.*?){% endblocktranslate %}", text, re.DOTALL):
            words = " ".join(line.strip() for line in block.strip().splitlines()) if "trimmed" in options else block
            found.add(re.sub(r"{{ (\w+) }}", r"%(\1)s", words))
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "gettext_lazy"):
                found |= {argument.value for argument in node.args if isinstance(argument, ast.Constant)}
    return found


@pytest.mark.parametrize("language", MORE)
def test_every_sentence_of_the_form_and_the_file_is_translated(language: Language):
    with (PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as handle:
        catalogue = read_po(handle)
    known = {message.id for message in catalogue if message.id and message.string and not message.fuzzy}
    assert _sentences() - known == set()


@pytest.mark.parametrize("language", MORE)
def test_translations_keep_the_places_for_names_and_numbers(language: Language):
    with (PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as handle:
        for message in read_po(handle):
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            asked = message.id if isinstance(message.id, str) else message.id[-1]
            for form in said if message.id and all(said) else ():
                assert sorted(re.findall(r"%\(\w+\)[sd]", asked)) == sorted(re.findall(r"%\(\w+\)[sd]", form)), message.id


def test_the_address_wins_over_the_citys_language_and_that_over_the_browsers():
    factory = RequestFactory()
    browser = {"HTTP_ACCEPT_LANGUAGE": "mn"}
    assert page_language.chosen(factory.get("/", {"lang": "th"}, **browser), otherwise="es") is Language.TH
    assert page_language.chosen(factory.get("/", **browser), otherwise="es") is Language.ES
    assert page_language.chosen(factory.get("/", **browser)) is Language.MN
    assert page_language.chosen(factory.get("/")) is Language.EN


def test_records_are_read_in_english_where_they_are_not_in_the_readers_language():
    assert page_language.content_language(Language.AR) == "en" and page_language.content_language(Language.KO) == "ko"
    assert page_language.direction(Language.AR) == "rtl" and page_language.direction(Language.TH) == "ltr"
