"""Fields and tables of signing in: sessions, second factors, the city hall's own sign-in, limits."""

from collections.abc import Mapping
from typing import Final

from seoulution.apps.accounts.personal_data.kinds import RIGHTS, SIGN_IN, Keep, LegalBasis, Person, PersonalData

REGISTER: Final[Mapping[str, PersonalData]] = {"accounts.User.session_round": RIGHTS}
"""Fields of accounts."""

NOT_PERSONAL: Final[Mapping[str, str]] = {"accounts.Bucket": "id limit key tokens per_second refused at"}
"""A bucket's key is a keyed hash that leads back to no machine and no person."""

FRAMEWORK: Final[Mapping[str, PersonalData]] = {
    "account.EmailAddress": SIGN_IN,
    "account.EmailConfirmation": SIGN_IN,
    "mfa.Authenticator": SIGN_IN,
    "socialaccount.SocialAccount": SIGN_IN,
    "socialaccount.SocialToken": SIGN_IN,
    "usersessions.UserSession": PersonalData(
        Person.ACCOUNT, "show on which devices one is signed in", LegalBasis.SERVICE, Keep.SESSION
    ),
}
"""Tables of allauth. Addresses, confirmations and tokens stay empty: no sign-up, and tokens are not kept."""
