"""T13: codes are good once, recovery codes are kept as digests, the secret is sealed."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from tests.web.shared.signing_in.devices_at_hand import code_of, with_device

from seoulution.apps.accounts.services.second_factor import (
    has_second_factor,
    prove_second_factor,
    recovery_codes_left,
    remove_second_factor,
    renew_recovery_codes,
    set_up_second_factor,
)

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


@pytest.fixture
def officer(person: Callable[..., Any]) -> Any:
    return person("officer")


def test_a_code_is_good_once_and_none_before_it_is_good_again(officer: Any) -> None:
    secret, _codes = with_device(officer)
    assert prove_second_factor(officer, code_of(secret, steps=1))
    assert not any(prove_second_factor(officer, code_of(secret, steps=steps)) for steps in (-1, 0, 1))


@pytest.mark.parametrize(("steps", "good"), [(-2, False), (0, True), (1, True), (2, False)])
def test_clocks_may_differ_by_half_a_minute(officer: Any, steps: int, good: bool) -> None:
    secret, _codes = with_device(officer)
    assert prove_second_factor(officer, code_of(secret, steps=steps)) is good


def test_the_code_that_set_it_up_is_used(officer: Any) -> None:
    secret, _codes = with_device(officer)
    assert not prove_second_factor(officer, code_of(secret, steps=-1))


def test_a_wrong_code_keeps_nothing(officer: Any) -> None:
    assert set_up_second_factor(officer, secret="JBSWY3DPEHPK3PXP", code="000000x") is None
    assert not has_second_factor(officer) and officer.session_round == 0


def test_neither_secret_nor_recovery_codes_can_be_read_in_the_database(officer: Any) -> None:
    secret, codes = with_device(officer)
    kept = str(list(Authenticator.objects.filter(user=officer).values_list("data", flat=True)))
    assert secret not in kept and not any(code in kept or code.replace("-", "") in kept for code in codes)


def test_recovery_codes_run_out_one_by_one_and_new_ones_end_the_old(officer: Any) -> None:
    _secret, codes = with_device(officer)
    assert prove_second_factor(officer, codes[0]) and not prove_second_factor(officer, codes[0])
    assert recovery_codes_left(officer) == 9
    new = renew_recovery_codes(officer)
    assert not prove_second_factor(officer, codes[1]) and prove_second_factor(officer, new[0])


def test_setting_up_and_taking_away_end_all_sessions(officer: Any) -> None:
    """T12."""
    with_device(officer)
    assert officer.session_round == 1
    remove_second_factor(officer, by=officer)
    assert officer.session_round == 2 and not has_second_factor(officer)


@pytest.mark.parametrize("written", ["", " ", "-", "000000", "é" * 6, "\x00"])
def test_nonsense_opens_nothing(officer: Any, written: str) -> None:
    assert not prove_second_factor(officer, written)
    with_device(officer)
    assert not prove_second_factor(officer, written)
