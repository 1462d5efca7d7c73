"""What is sealed opens under the installation's keys only."""

from typing import Any

import pytest

from seoulution.apps.accounts.sealing import seal, unseal


def test_it_comes_back_and_never_looks_the_same_twice() -> None:
    assert unseal(seal("JBSWY3DP")) == "JBSWY3DP" and seal("x") != seal("x") and "JBSWY3DP" not in seal("JBSWY3DP")


def test_after_a_change_of_keys_the_old_one_opens_as_long_as_it_is_named(settings: Any) -> None:
    sealed, old = seal("x"), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [old]
    assert unseal(sealed) == "x"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(ValueError, match="another key"):
        unseal(sealed)
