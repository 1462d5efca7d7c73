"""What may be meant while somebody types: a list of options for the search box."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control

from seoulution.apps.matching.suggestions import suggestions
from seoulution.engine.vocabulary import Language
from seoulution.language.identify import identify
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.limits import limited, searches


@open_to_all
@limited(searches)
@cache_control(private=True, max_age=300)
def suggest(request: HttpRequest) -> HttpResponse:
    """Subjects and names that begin with `q`, in the language it is written in where the thesaurus has it. Nothing is kept."""
    typed = request.GET.get("q", "")[:100]
    reader = (get_language() or "en").split("-")[0]
    languages = list(dict.fromkeys([reader, identify(typed).language, Language.EN.value]))
    return render(request, "public/_suggestions.html", {"suggestions": suggestions(typed, languages)})
