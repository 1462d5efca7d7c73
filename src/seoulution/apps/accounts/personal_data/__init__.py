"""The register of personal data: every field of every app is tagged here, so that a new one can't slip in unseen.

The public notice and the processing register are printed from this table (docs/reference/personal-data.md). Legal bases and periods are
the project's defaults, to be confirmed by the office's privacy officer before anyone relies on them. History tables follow their record.
"""

from collections.abc import Mapping
from typing import Final

from seoulution.apps.accounts.personal_data import engagement_work, register, signing_in
from seoulution.apps.accounts.personal_data.kinds import Keep, LegalBasis, Person, PersonalData, Transfer

__all__ = ["FRAMEWORK", "NOT_PERSONAL", "REGISTER", "Keep", "LegalBasis", "Person", "PersonalData", "Transfer", "tags"]

REGISTER: Final[Mapping[str, PersonalData]] = {**register.REGISTER, **signing_in.REGISTER, **engagement_work.REGISTER}
"""Fields that hold personal data, or may: free text can name anyone."""
NOT_PERSONAL: Final[Mapping[str, str]] = {
    **register.NOT_PERSONAL,
    **signing_in.NOT_PERSONAL,
    **engagement_work.NOT_PERSONAL,
}
"""Fields that hold nothing about a person: model, then its fields. Contacts of bodies are posts and switchboards, not persons."""


FRAMEWORK: Final[Mapping[str, PersonalData]] = {**register.FRAMEWORK, **signing_in.FRAMEWORK}
"""Whole tables of the parts we build on that hold personal data."""


def tags() -> dict[str, PersonalData | None]:
    """Every tagged field; None where it holds nothing about a person."""
    plain: dict[str, PersonalData | None] = {
        f"{model}.{field}": None for model, fields in NOT_PERSONAL.items() for field in fields.split()
    }
    return plain | dict(REGISTER)
