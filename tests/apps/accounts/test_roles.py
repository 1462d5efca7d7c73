from seoulution.apps.accounts.roles import ROLES, Auditor, Manager, Officer, Owner, Partner, Permission, Public

CHANGES = {
    Permission.WORK_REQUESTS,
    Permission.BUILD_DOSSIERS,
    Permission.DECIDE_GATES,
    Permission.WORK_ENGAGEMENTS,
    Permission.EDIT_OWN_SOLUTIONS,
    Permission.EDIT_CITY_FIGURES,
}


def test_the_seven_roles_of_the_programme_are_there() -> None:
    """Issue 2: officer, manager, owner, analyst, auditor, partner, public."""
    assert list(ROLES) == ["officer", "manager", "owner", "analyst", "auditor", "partner", "public"]


def test_every_role_has_names_in_both_languages_and_a_sentence() -> None:
    for role in ROLES.values():
        assert role.names["ko"] and role.names["en"] and role.description.endswith(".")


def test_every_permission_is_held_by_somebody() -> None:
    assert {permission for role in ROLES.values() for permission in role.permissions} == set(Permission)


def test_the_auditor_reads_and_changes_nothing() -> None:
    assert not Auditor.permissions & CHANGES
    assert {Permission.SEE_OFFICE, Permission.SEE_REQUESTS, Permission.SEE_HISTORY} <= Auditor.permissions


def test_the_public_may_nothing_beyond_open_pages() -> None:
    assert Public.permissions == frozenset()


def test_only_the_manager_decides_gates_and_may_all_that_an_officer_may() -> None:
    assert [role for role in ROLES.values() if Permission.DECIDE_GATES in role.permissions] == [Manager]
    assert Officer.permissions < Manager.permissions


def test_outsiders_never_see_the_office_or_the_people_who_asked() -> None:
    inside = {Permission.SEE_OFFICE, Permission.SEE_REQUESTS, Permission.SEE_PERSONAL_DATA, Permission.SEE_HISTORY}
    assert not (Owner.permissions | Partner.permissions) & inside


def test_who_may_change_something_is_counted_as_changing() -> None:
    """A new permission is either a change or begins with see_: the auditor's test above rests on it."""
    assert {permission for permission in Permission if not permission.value.startswith("see_")} == CHANGES
