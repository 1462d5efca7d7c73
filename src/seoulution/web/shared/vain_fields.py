"""Fields that were sent and that no form or view asked for: they count for nothing, and the log names them, never what they held."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any, Final

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase

_LOG: Final = logging.getLogger("seoulution.forms")
OF_EVERY_FORM: Final = frozenset({"csrfmiddlewaretoken", "submission", "next", "lang"})
"""What the site's own forms carry beside their fields, whether it is looked at or not."""
NAMES_OF_AN_ADDRESS: Final = 20
"""So many names are logged of one address in the life of a process: nobody fills the log, and nobody hushes another address."""
LONGEST_NAME: Final = 60


class Asked:
    """The names that somebody asked for; `everything` where somebody went through all of them."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.everything = False


class SentFields(QueryDict):
    """What was sent, noting who asks for what; a copy notes for its original, since forms are bound to copies too."""

    asked: Asked

    @classmethod
    def of(cls, given: QueryDict, asked: Asked, *, mutable: bool = False) -> "SentFields":
        """The same values."""
        sent = cls(mutable=True, encoding=given.encoding)
        sent.asked = asked
        for name, values in QueryDict.lists(given):
            sent.setlist(name, values)
        sent._mutable = mutable
        return sent

    def __getitem__(self, key: str) -> Any:
        self.asked.names.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.asked.names.add(str(key))
        return super().__contains__(key)

    def getlist(self, key: str, default: Any = None) -> Any:
        self.asked.names.add(key)
        return super().getlist(key, default)

    def __iter__(self) -> Iterator[str]:
        self.asked.everything = True
        return super().__iter__()

    def lists(self) -> Any:
        self.asked.everything = True
        return super().lists()

    def __copy__(self) -> "SentFields":
        return SentFields.of(self, self.asked, mutable=True)

    def __deepcopy__(self, memo: MutableMapping[int, Any]) -> "SentFields":
        return SentFields.of(self, self.asked, mutable=True)


def needs_no_field(request: HttpRequest) -> None:
    """For a button that stands in a form and needs none of its fields, such as one that takes the record out: none is sent in vain."""
    if isinstance(request.POST, SentFields):
        request.POST.asked.everything = True


class FieldsSentInVain:
    """Logs, once for each address and name, what was sent beside the fields of a form that was taken.

    A view that asked for nothing took nothing: it led to the sign-in, or to what the same form did before. A refusal took nothing either.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.logged: defaultdict[str, set[str]] = defaultdict(set)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        asked = getattr(request.POST, "asked", None) if request.method == "POST" else None
        if asked is not None and response.status_code < 400 and not asked.everything and asked.names - OF_EVERY_FORM:
            self._log(request, set(QueryDict.keys(request.POST)) - asked.names - OF_EVERY_FORM)
        return response

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> None:
        """From here on it is noted; what guards every form has looked at it before."""
        if request.method == "POST" and not getattr(view, "csrf_exempt", False):
            request.POST = SentFields.of(request.POST, Asked())  # type: ignore[assignment]

    def _log(self, request: HttpRequest, names: set[str]) -> None:
        address = request.resolver_match.view_name if request.resolver_match else ""
        known = self.logged[address]
        for name in sorted(short[:LONGEST_NAME] for short in names):
            if name not in known and len(known) < NAMES_OF_AN_ADDRESS:
                known.add(name)
                _LOG.warning("%s was sent a field that none of its forms has: %r", address, name)
