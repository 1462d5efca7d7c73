"""Secrets that must be read again, such as a second factor's, lie sealed: a copy of the database alone opens none of them."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def seal(text: str) -> str:
    """The text under the installation's key."""
    return _sealer().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """The text again; keys that were in use before (`SECRET_KEY_FALLBACKS`) open too.

    raises ValueError : sealed under no key of ours
    """
    try:
        return _sealer().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise ValueError("sealed under another key") from None


def _sealer() -> MultiFernet:
    return MultiFernet([Fernet(_key(str(secret))) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"seoulution.sealing:" + secret.encode()).digest())
