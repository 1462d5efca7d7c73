"""The register of personal data."""

from seoulution.apps.accounts.personal_data import FRAMEWORK, NOT_PERSONAL, REGISTER, PersonalData
from tools import markdown
from tools.markdown import code, table

HEAD = ("what", "whose", "purpose", "legal basis", "kept", "goes")


def page() -> str:
    """What the law wants to know, field by field; then what was looked at and holds nothing about a person."""
    plain = table(("record", "fields without personal data"), ((code(model), fields) for model, fields in NOT_PERSONAL.items()))
    return markdown.page(
        "Register of personal data",
        "`apps/accounts/personal_data/__init__.py`",
        "Every stored field is tagged; a test fails on a new one without a tag. Periods and legal bases are the project's defaults, to be "
        "confirmed by the office's privacy officer before anyone relies on them. The periods are the rule; nothing is destroyed "
        "automatically yet, so until the retention job exists a person has to. The history of a record is kept as long as the record.",
        table(HEAD, (_row(name, entry) for name, entry in REGISTER.items())),
        "## Tables of the parts we build on",
        table(HEAD, (_row(name, entry) for name, entry in FRAMEWORK.items())),
        "## Fields that hold nothing about a person",
        plain,
    )


def _row(name: str, entry: PersonalData) -> tuple[str, ...]:
    return (code(name), entry.person.value, entry.purpose, entry.basis.value, entry.keep.value, entry.transfer.value)
