"""Every code that a rule may answer with, and its sentence."""

from seoulution.apps.publishing.finding_texts import TEXTS
from tools import markdown
from tools.finding_codes import codes_in_source
from tools.markdown import code, table


def page() -> str:
    """In the order of the code, with where each is raised."""
    places = codes_in_source()
    rows = (
        (code(name), str(words), ", ".join(code(place) for place in places.get(name, ())))
        for name, words in sorted(TEXTS.items())
    )
    return markdown.page(
        "Finding codes",
        "`apps/publishing/finding_texts.py`",
        "A refusal is a value with a code. The same finding blocks the step, explains the disabled button and prints in the dossier. Words in "
        "`%(…)s` are filled in by the rule.",
        table(("code", "sentence", "raised in"), rows),
    )
