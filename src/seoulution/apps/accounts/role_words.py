"""Roles and permissions in words for the page that prints them; what each role may is in `roles.py` and nowhere else."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PERMISSION_WORDS: Final[Mapping[str, Promise]] = {
    "see_office": _("See the office: cities, solutions, engagements, funds"),
    "see_requests": _("See the requests of cities"),
    "see_personal_data": _("See who wrote a request, and its attachments"),
    "work_requests": _("Work on requests"),
    "build_dossiers": _("Build dossiers"),
    "decide_gates": _("Decide over gates"),
    "work_engagements": _("Work on engagements: the own files"),
    "work_all_engagements": _("Work on every engagement"),
    "see_sensitive": _("See every sensitive file"),
    "sign_papers": _("Sign papers, by rank"),
    "edit_legal_rules": _("Change legal rules, under review"),
    "share_with_parties": _("Share with cities, firms and agencies"),
    "see_correspondence": _("See mail that left and came in"),
    "decide_mail": _("Decide over mail that was held"),
    "see_access_records": _("See who read whose data"),
    "manage_people": _("Give roles, open and close accounts"),
    "edit_own_solutions": _("Write the solutions of the own body"),
    "review_for_receivers": _("Review texts with a receiving city’s eyes"),
    "publish_solutions": _("Publish solutions"),
    "import_solutions": _("Import solutions"),
    "see_translations": _("See translations"),
    "translate": _("Translate, in the languages granted"),
    "grant_languages": _("Say who translates into which language"),
    "send_materials": _("Send papers and record it"),
    "question_claims": _("Question claims"),
    "edit_city_figures": _("Correct figures of cities"),
    "see_history": _("See the history of records"),
    "see_partner_portal": _("See what was shared with the own agency or firm"),
    "see_bureau_desk": _("See the bureau’s desk"),
}
"""By the code of the permission."""

ROLE_WORDS: Final[Mapping[str, Promise]] = {
    "officer": _("Triages requests, corrects what was understood, chooses solutions, builds dossiers, runs engagements."),
    "manager": _(
        "All that an officer may, in every file; decides gates, changes legal rules under review, gives roles, publishes and "
        "imports solutions, says who translates, may correct a city's figures."
    ),
    "owner": _(
        "Keeps the solutions of the own bureau or corporation true, answers what is referred to it and signs its papers; sees "
        "the engagements of the own bureau, no requests and no personal data of cities."
    ),
    "analyst": _(
        "Profiles cities, reads solutions with a receiving city's eyes, and requests without the writers' personal data."
    ),
    "translator": _("Translates solutions into the languages granted to the person; sees no requests and no personal data."),
    "auditor": _("Reads everything in the office with its history, sensitive files and who read what; changes nothing."),
    "partner": _("Sees what is shared with the own agency or firm, nothing else."),
    "public": _("Everyone without an account: solutions, status, open figures, the request form."),
}
"""By the code of the role: its description, which a page can show in Korean."""

FILE_RULES: Final[Sequence[tuple[Promise, Promise]]] = (
    (
        _("Own file"),
        _("An engagement is worked on by its owner and its team; readers of the team only read. A file that nobody has taken, without team, bureau or country desk, is every officer’s."),
    ),
    (_("Own bureau"), _("People of the body that is responsible for an engagement see it; those who may work on engagements work on it.")),
    (_("Own country"), _("The officers of a country’s desk work on all engagements with cities of that country.")),
    (_("Every file"), _("Managers work on every engagement.")),
    (_("Sensitive files"), _("They exist only for their own people, managers and auditors: others do not find them in lists, searches or counts. Each reading is recorded.")),
    (_("Own solutions"), _("A body writes its own solutions; another body’s do not exist for it at the desk.")),
    (_("Own share"), _("Agencies and firms see what was shared with them, a city what its own link opens.")),
)  # fmt: skip
"""What the table of permissions cannot show; `apps/engagements/access.py` decides it."""
