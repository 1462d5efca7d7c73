"""Whose data was read, in words: the sealed record keeps a short English note of its own."""

from collections.abc import Mapping
from typing import Final

from django.template import Library
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register: Final = Library()

WHOSE: Final[Mapping[str, Promise]] = {
    "sender of mail ": _("the sender of mail %(which)s"),
    "senders of mails": _("the senders of mails"),
    "recipient of mail ": _("the recipient of mail %(which)s"),
    "recipients of mails": _("the recipients of mails"),
    "requester of ": _("the person who asked (%(which)s)"),
    "engagement ": _("people of the engagement %(which)s"),
    "approval:": _("people of the paper in signing no. %(which)s"),
    "document:": _("people in the paper on file no. %(which)s"),
}


@register.filter
def whose_words(whose: str) -> str:
    """The note in the reader's language; one that has no words here stays as it is."""
    for begun, words in WHOSE.items():
        if whose.startswith(begun):
            return str(words) % {"which": whose.removeprefix(begun)}
    return whose
