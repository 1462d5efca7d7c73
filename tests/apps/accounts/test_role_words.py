"""Every role and right has words, and the words of a role are its description."""

from django.utils.translation import override

from seoulution.apps.accounts.role_words import FILE_RULES, PERMISSION_WORDS, ROLE_WORDS
from seoulution.apps.accounts.roles import ROLES, Permission


def test_every_right_has_words() -> None:
    assert set(PERMISSION_WORDS) >= {permission.value for permission in Permission}


def test_a_roles_words_are_its_description() -> None:
    with override("en"):
        assert {code: str(words) for code, words in ROLE_WORDS.items()} == {
            code: role.description for code, role in ROLES.items()
        }


def test_the_rules_no_table_shows_are_sentences() -> None:
    with override("en"):
        assert all(str(words).endswith(".") for _name, words in FILE_RULES)
