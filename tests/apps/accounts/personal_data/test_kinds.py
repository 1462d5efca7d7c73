"""The answers that many fields share are whole."""

from seoulution.apps.accounts.personal_data import kinds
from seoulution.apps.accounts.personal_data.kinds import PersonalData


def test_every_shared_answer_has_person_purpose_basis_and_end() -> None:
    shared = [value for value in vars(kinds).values() if isinstance(value, PersonalData)]
    assert len(shared) > 10 and all(each.purpose and each.person and each.basis and each.keep for each in shared)
