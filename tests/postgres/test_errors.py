"""Every refusal says what happened, what was kept and what to do next."""

from seoulution.postgres.errors import OtherMajorVersion, PostgresError


def test_the_message_has_all_three_parts():
    error = OtherMajorVersion("It happened.", kept="All was kept.", next_step="Do this.")
    assert isinstance(error, PostgresError)
    assert str(error) == "It happened. All was kept. Do this."
    assert (error.happened, error.kept, error.next_step) == ("It happened.", "All was kept.", "Do this.")
