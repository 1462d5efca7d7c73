"""What signing in keeps of people: the tables of allauth are named, and a bucket holds nobody."""

from seoulution.apps.accounts.personal_data.kinds import Keep
from seoulution.apps.accounts.personal_data.signing_in import FRAMEWORK, NOT_PERSONAL


def test_devices_are_kept_as_long_as_the_session() -> None:
    assert FRAMEWORK["usersessions.UserSession"].keep is Keep.SESSION


def test_a_bucket_holds_nothing_about_a_person() -> None:
    assert set(NOT_PERSONAL) == {"accounts.Bucket"} and "key" in NOT_PERSONAL["accounts.Bucket"].split()
