"""Who may do what: least privilege, held against the role table."""

import pytest

from seoulution.apps.accounts.roles import ROLES, Analyst, Auditor, Manager, Officer, Owner, Partner, Permission, Public


def test_a_manager_may_all_that_an_officer_may_and_decides_gates() -> None:
    assert Officer.permissions < Manager.permissions
    assert [role for role in ROLES.values() if Permission.DECIDE_GATES in role.permissions] == [Manager]


def test_only_who_answers_cities_and_the_auditor_see_personal_data() -> None:
    seeing = {role for role in ROLES.values() if Permission.SEE_PERSONAL_DATA in role.permissions}
    assert seeing == {Officer, Manager, Auditor}


def test_the_auditor_reads_and_changes_nothing() -> None:
    assert all(permission.value.startswith("see_") for permission in Auditor.permissions)


@pytest.mark.parametrize("role", [Owner, Partner, Public])
def test_who_is_outside_the_office_never_sees_a_request(role: type[Owner | Partner | Public]) -> None:
    assert not role.permissions & {Permission.SEE_OFFICE, Permission.SEE_REQUESTS, Permission.SEE_HISTORY}


def test_an_analyst_reads_requests_without_knowing_who_wrote_them() -> None:
    assert Permission.SEE_REQUESTS in Analyst.permissions
    assert Permission.SEE_PERSONAL_DATA not in Analyst.permissions


def test_every_permission_is_given_to_somebody_and_the_public_has_none() -> None:
    assert set().union(*(role.permissions for role in ROLES.values())) == set(Permission)
    assert Public.permissions == frozenset()


def test_every_role_has_its_names_in_both_languages_under_its_code() -> None:
    for code, role in ROLES.items():
        assert role.code == code
        assert set(role.names) == {"ko", "en"}
