"""What each role may do: one class per role, in words a person can read; the table in the docs is printed from here."""

from enum import StrEnum
from typing import ClassVar, Final


class Permission(StrEnum):
    """Something a person may see or do. Server-side rules ask for these; pages only hide what would be refused."""

    SEE_OFFICE = "see_office"
    SEE_REQUESTS = "see_requests"
    SEE_PERSONAL_DATA = "see_personal_data"
    WORK_REQUESTS = "work_requests"
    BUILD_DOSSIERS = "build_dossiers"
    DECIDE_GATES = "decide_gates"
    WORK_ENGAGEMENTS = "work_engagements"
    WORK_ALL_ENGAGEMENTS = "work_all_engagements"
    SEE_SENSITIVE = "see_sensitive"
    SIGN_PAPERS = "sign_papers"
    EDIT_LEGAL_RULES = "edit_legal_rules"
    SHARE_WITH_PARTIES = "share_with_parties"
    SEE_CORRESPONDENCE = "see_correspondence"
    DECIDE_MAIL = "decide_mail"
    SEE_ACCESS_RECORDS = "see_access_records"
    MANAGE_PEOPLE = "manage_people"
    EDIT_OWN_SOLUTIONS = "edit_own_solutions"
    REVIEW_FOR_RECEIVERS = "review_for_receivers"
    PUBLISH_SOLUTIONS = "publish_solutions"
    IMPORT_SOLUTIONS = "import_solutions"
    SEE_TRANSLATIONS = "see_translations"
    TRANSLATE = "translate"
    GRANT_LANGUAGES = "grant_languages"
    SEND_MATERIALS = "send_materials"
    QUESTION_CLAIMS = "question_claims"
    EDIT_CITY_FIGURES = "edit_city_figures"
    SEE_HISTORY = "see_history"
    SEE_PARTNER_PORTAL = "see_partner_portal"
    SEE_BUREAU_DESK = "see_bureau_desk"


class Role:
    """Base of all roles: a short code kept in the database, names, a sentence, and permissions."""

    code: ClassVar[str]
    names: ClassVar[dict[str, str]]
    description: ClassVar[str]
    permissions: ClassVar[frozenset[Permission]]


class Officer(Role):
    code = "officer"
    names = {"ko": "사업 담당자", "en": "Programme officer"}
    description = "Triages requests, corrects what was understood, chooses solutions, builds dossiers, runs engagements."
    permissions = frozenset(
        {
            Permission.SEE_OFFICE,
            Permission.SEE_REQUESTS,
            Permission.SEE_PERSONAL_DATA,
            Permission.WORK_REQUESTS,
            Permission.BUILD_DOSSIERS,
            Permission.WORK_ENGAGEMENTS,
            Permission.SIGN_PAPERS,
            Permission.SHARE_WITH_PARTIES,
            Permission.SEE_CORRESPONDENCE,
            Permission.REVIEW_FOR_RECEIVERS,
            Permission.SEE_TRANSLATIONS,
            Permission.SEND_MATERIALS,
            Permission.QUESTION_CLAIMS,
            Permission.SEE_HISTORY,
        }
    )


class Manager(Role):
    code = "manager"
    names = {"ko": "사업 책임자", "en": "Programme manager"}
    description = (
        "All that an officer may, in every file; decides gates, changes legal rules under review, gives roles, publishes and imports "
        "solutions, says who translates, may correct a city's figures."
    )
    permissions = Officer.permissions | {
        Permission.DECIDE_GATES,
        Permission.WORK_ALL_ENGAGEMENTS,
        Permission.SEE_SENSITIVE,
        Permission.EDIT_LEGAL_RULES,
        Permission.DECIDE_MAIL,
        Permission.MANAGE_PEOPLE,
        Permission.EDIT_CITY_FIGURES,
        Permission.PUBLISH_SOLUTIONS,
        Permission.IMPORT_SOLUTIONS,
        Permission.TRANSLATE,
        Permission.GRANT_LANGUAGES,
        Permission.SEE_BUREAU_DESK,
    }


class Owner(Role):
    code = "owner"
    names = {"ko": "솔루션 소관 부서", "en": "Solution owner"}
    description = (
        "Keeps the solutions of the own bureau or corporation true, answers what is referred to it and signs its papers; sees the "
        "engagements of the own bureau, no requests and no personal data of cities."
    )
    permissions = frozenset({Permission.SEE_BUREAU_DESK, Permission.EDIT_OWN_SOLUTIONS, Permission.SIGN_PAPERS})


class Analyst(Role):
    code = "analyst"
    names = {"ko": "도시 분석가", "en": "Research analyst"}
    description = (
        "Profiles cities, reads solutions with a receiving city's eyes, and requests without the writers' personal data."
    )
    permissions = frozenset(
        {
            Permission.SEE_OFFICE,
            Permission.SEE_REQUESTS,
            Permission.EDIT_CITY_FIGURES,
            Permission.REVIEW_FOR_RECEIVERS,
            Permission.QUESTION_CLAIMS,
        }
    )


class Translator(Role):
    code = "translator"
    names = {"ko": "번역자", "en": "Translator"}
    description = "Translates solutions into the languages granted to the person; sees no requests and no personal data."
    permissions = frozenset({Permission.SEE_TRANSLATIONS, Permission.TRANSLATE})


class Auditor(Role):
    code = "auditor"
    names = {"ko": "감사자", "en": "Auditor"}
    description = "Reads everything in the office with its history, sensitive files and who read what; changes nothing."
    permissions = frozenset(
        {
            Permission.SEE_OFFICE,
            Permission.SEE_REQUESTS,
            Permission.SEE_PERSONAL_DATA,
            Permission.SEE_HISTORY,
            Permission.SEE_SENSITIVE,
            Permission.SEE_CORRESPONDENCE,
            Permission.SEE_ACCESS_RECORDS,
        }
    )


class Partner(Role):
    code = "partner"
    names = {"ko": "협력 기관·기업", "en": "Partner agency or firm"}
    description = "Sees what is shared with the own agency or firm, nothing else."
    permissions = frozenset({Permission.SEE_PARTNER_PORTAL})


class Public(Role):
    code = "public"
    names = {"ko": "일반 이용자", "en": "Public"}
    description = "Everyone without an account: solutions, status, open figures, the request form."
    permissions = frozenset()


ROLES: Final[dict[str, type[Role]]] = {
    role.code: role for role in (Officer, Manager, Owner, Analyst, Translator, Auditor, Partner, Public)
}
