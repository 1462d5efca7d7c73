"""The parts and fields of a solution in words: `sections.cost.en` is “Cost and finance (English)”."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from seoulution.apps.publishing.compose.solution_paper import TITLES

PART_TITLES: Final[Mapping[str, Promise]] = {
    **{key.value: title for key, title in TITLES.items()},
    "name": pgettext_lazy("solution", "Name"),
    "result": gettext_lazy("Result in one line"),
    "claims": gettext_lazy("Figures"),
    "levels": gettext_lazy("Levels"),
    "conditions": gettext_lazy("Conditions"),
    "first_steps": gettext_lazy("First steps"),
    "deliverable": gettext_lazy("What can be delivered"),
    "awards": gettext_lazy("Awards"),
    "patents": gettext_lazy("Patents"),
    "gaps": gettext_lazy("Other open questions"),
    "facts": gettext_lazy("Facts"),
    "aliases": gettext_lazy("Other names"),
    "sector": gettext_lazy("Sector"),
    "kinds": gettext_lazy("Kind"),
    "owner": gettext_lazy("Owner"),
    "started": gettext_lazy("Begun in"),
    "completed": gettext_lazy("Completed in"),
    "cost_class": gettext_lazy("Cost class"),
    "duration_years": gettext_lazy("Years it took"),
    "symptoms": gettext_lazy("How a city would describe the problem"),
}


def path_words(path: str) -> str:
    """A path of the template in the reader's language; a language at its end is said in brackets, an entry by its code."""
    steps = path.split(".")
    language = {"ko": _("Korean"), "en": _("English")}.get(steps[-1], "")
    if language:
        steps = steps[:-1]
    if steps[0] == "sections":
        steps = steps[1:]
    title = str(PART_TITLES.get(steps[0], steps[0]))
    entry = ".".join(steps[1:])
    named = f"{title} {entry}" if entry else title
    return f"{named} ({language})" if language else named
