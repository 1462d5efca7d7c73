"""People named in daily work are in the register, with how long their names are kept."""

from seoulution.apps.accounts.personal_data import tags
from seoulution.apps.accounts.personal_data.kinds import Keep, Person


def test_who_met_whom_is_personal_data_of_the_engagement() -> None:
    found = tags()["engagements.ContactPerson.name"]
    assert found is not None and (found.person, found.keep) == (Person.NAMED, Keep.ENGAGEMENT)


def test_who_read_what_is_kept_for_the_security_duty() -> None:
    found = tags()["accounts.AccessRecord.username"]
    assert found is not None and found.keep is Keep.ACCESS
