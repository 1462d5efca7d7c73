"""T1: which address is open to whom, said once more by hand: the marks in the code are checked against this, not the other way round.

A new page needs one line here. `rule` is OPEN, LINK, ACCOUNT or a permission; `about` names the object of `world.py` that fills the
address (nothing for an address without blanks); `post_only` marks what has no page of its own.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from seoulution.apps.accounts.roles import Permission as P

OPEN: Final = "open"
LINK: Final = "private-link"
ACCOUNT: Final = "signed-in"


class Row(NamedTuple):
    rule: str
    about: str = ""
    post_only: bool = False


TABLE: Final[Mapping[str, Row]] = {
    # everybody
    "sign_in": Row(OPEN),
    "sign_out": Row(OPEN, post_only=True),
    "choose_password": Row(ACCOUNT),
    "set_language": Row(OPEN, post_only=True),
    "set_theme": Row(OPEN, post_only=True),
    "ui_components": Row(OPEN),
    "health": Row(OPEN),
    "public:home": Row(OPEN),
    "public:solutions": Row(OPEN),
    "public:solutions-download": Row(OPEN, "sheet"),
    "public:solution": Row(OPEN, "solution"),
    "public:solution-download": Row(OPEN, "solution_paper"),
    "public:edition-of": Row(OPEN, "solution"),
    "public:edition": Row(OPEN, "edition"),
    "public:edition-download": Row(OPEN, "edition_paper"),
    "public:cities": Row(OPEN),
    "public:cities-download": Row(OPEN, "sheet"),
    "public:city": Row(OPEN, "city"),
    "public:city-download": Row(OPEN, "city_sheet"),
    "public:status": Row(OPEN),
    "public:status-download": Row(OPEN, "sheet"),
    "public:network": Row(OPEN),
    "public:figures": Row(OPEN),
    "public:corrections": Row(OPEN),
    "public:corrections-download": Row(OPEN, "sheet"),
    "public:sources": Row(OPEN),
    "public:sources-download": Row(OPEN, "sheet"),
    "public:open-data": Row(OPEN),
    "public:ask": Row(OPEN),
    "public:privacy": Row(OPEN),
    "public:licence": Row(OPEN),
    "api-docs": Row(OPEN),
    "api:openapi-json": Row(OPEN),
    "api:api-root": Row(OPEN),
    "api:solutions": Row(OPEN),
    "api:solution": Row(OPEN, "solution"),
    "api:edition": Row(OPEN, "edition"),
    "api:cities": Row(OPEN),
    "api:engagements": Row(OPEN),
    "api:engagements-geojson": Row(OPEN),
    "api:sources": Row(OPEN),
    "api:corrections": Row(OPEN),
    # whoever holds the city's private link
    "city_portal:enter": Row(LINK, "forged_link"),
    "city_portal:file": Row(LINK),
    "city_portal:leave": Row(LINK, post_only=True),
    "city_portal:message": Row(LINK, post_only=True),
    "city_portal:attachment": Row(LINK, "city_attachment"),
    "city_portal:edition": Row(LINK, "solution"),
    "city_portal:dossier": Row(LINK, "dossier"),
    "city_portal:dossier_download": Row(LINK, "dossier_paper"),
    # the office
    "office:today": Row(P.SEE_OFFICE),
    "office:search": Row(P.SEE_OFFICE),
    "office:solutions": Row(P.SEE_OFFICE),
    "office:solution_imports": Row(P.IMPORT_SOLUTIONS),
    "office:solution_import": Row(P.IMPORT_SOLUTIONS, "solution_import"),
    "office:claims": Row(P.SEE_OFFICE),
    "office:claim": Row(P.SEE_OFFICE, "claim"),
    "office:claim_question": Row(P.QUESTION_CLAIMS, "claim", post_only=True),
    "office:cities": Row(P.SEE_OFFICE),
    "office:city": Row(P.SEE_OFFICE, "city"),
    "office:engagements": Row(P.SEE_OFFICE),
    "office:engagement": Row(P.SEE_OFFICE, "engagement"),
    "office:engagement_advance": Row(P.DECIDE_GATES, "engagement", post_only=True),
    "office:engagement_end": Row(P.DECIDE_GATES, "engagement", post_only=True),
    "office:promise_add": Row(P.WORK_ENGAGEMENTS, "engagement"),
    "office:promise_keep": Row(P.WORK_ENGAGEMENTS, "promise", post_only=True),
    "office:promise_reopen": Row(P.WORK_ENGAGEMENTS, "promise", post_only=True),
    "office:promise_release": Row(P.WORK_ENGAGEMENTS, "promise", post_only=True),
    "office:legal": Row(P.SEE_OFFICE),
    "office:stages": Row(P.SEE_OFFICE),
    "office:funds": Row(P.SEE_OFFICE),
    "office:fund": Row(P.SEE_OFFICE, "fund"),
    "office:targets": Row(P.SEE_OFFICE),
    "office:network": Row(P.SEE_OFFICE),
    "office:agency": Row(P.SEE_OFFICE, "agency"),
    "office:firm": Row(P.SEE_OFFICE, "firm"),
    "office:responsibilities": Row(P.SEE_OFFICE),
    "office:training": Row(P.SEE_OFFICE),
    "office:results": Row(P.SEE_OFFICE),
    "office:documents": Row(P.SEE_OFFICE),
    "office:oda": Row(P.SEE_OFFICE),
    "office:corrections": Row(P.SEE_OFFICE),
    "office:requests": Row(P.SEE_REQUESTS),
    "office:request": Row(P.SEE_REQUESTS, "request"),
    "office:request_new": Row(P.WORK_REQUESTS),
    "office:request_correct": Row(P.WORK_REQUESTS, "request", post_only=True),
    "office:request_understand": Row(P.WORK_REQUESTS, "request", post_only=True),
    "office:request_match": Row(P.WORK_REQUESTS, "request", post_only=True),
    "office:request_link": Row(P.WORK_REQUESTS, "request", post_only=True),
    "office:request_message": Row(P.WORK_REQUESTS, "request", post_only=True),
    "office:attachment": Row(P.SEE_PERSONAL_DATA, "attachment"),
    "office:need_add": Row(P.WORK_REQUESTS, "request"),
    "office:need": Row(P.WORK_REQUESTS, "need"),
    "office:need_remove": Row(P.WORK_REQUESTS, "need", post_only=True),
    "office:need_restore": Row(P.WORK_REQUESTS, "need", post_only=True),
    "office:need_none_fits": Row(P.WORK_REQUESTS, "need", post_only=True),
    "office:match_add": Row(P.WORK_REQUESTS, "need"),
    "office:match_decide": Row(P.WORK_REQUESTS, "match", post_only=True),
    "office:dossier_build": Row(P.BUILD_DOSSIERS, "request", post_only=True),
    "office:dossier": Row(P.SEE_REQUESTS, "dossier"),
    "office:dossier_share": Row(P.WORK_REQUESTS, "dossier", post_only=True),
    "office:dossier_download": Row(P.SEE_REQUESTS, "dossier_paper"),
    # bureaus and partners
    "bureaus:desk": Row(P.SEE_BUREAU_DESK),
    "bureaus:solutions": Row(P.SEE_BUREAU_DESK),
    "bureaus:solution_claims": Row(P.SEE_BUREAU_DESK, "own_solution"),
    "bureaus:claims": Row(P.SEE_BUREAU_DESK),
    "bureaus:claims_confirm": Row(P.SEE_BUREAU_DESK, post_only=True),
    "bureaus:claim": Row(P.SEE_BUREAU_DESK, "claim"),
    "bureaus:claim_confirm": Row(P.SEE_BUREAU_DESK, "claim", post_only=True),
    "bureaus:claim_end": Row(P.SEE_BUREAU_DESK, "claim", post_only=True),
    "bureaus:feedback": Row(P.SEE_BUREAU_DESK),
    "partner_portal:desk": Row(P.SEE_PARTNER_PORTAL),
}
