"""Tags for a solution's texts on a page of any language: what is not translated says which language it is in."""

from django.template import Context, Library
from django.utils.html import format_html
from django.utils.safestring import SafeString

from seoulution.reference.schema.base import Words
from seoulution.web.shared.tags.quotes import quoting

register = Library()


@register.simple_tag(takes_context=True)
def given(context: Context, path: str, text: Words | None, cites: bool = True) -> SafeString:
    """A text of the page's `edition` by its path in the template, as `quoting` shows it, marked where it is left in English."""
    shown = quoting(context, text, cites=cites)
    language = context["edition"].language_of(path).value
    if language == context["page_language"]:
        return shown
    return format_html('<span lang="{}" dir="ltr">{}</span>', language, shown)
