"""The other side of an engagement as a value: its city, one agency or one firm."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Affiliation, Agency, Firm
from seoulution.apps.publishing.models.sharing import WithRecipient
from seoulution.engine.engagements.codes import Recipient


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Whom something is shared with; of agency and firm exactly the one that `recipient` names, for the city neither."""

    recipient: Recipient
    agency: Agency | None = None
    firm: Firm | None = None

    def __post_init__(self) -> None:
        given = (self.agency is not None, self.firm is not None)
        if given != (self.recipient is Recipient.AGENCY, self.recipient is Recipient.FIRM):
            raise ValueError("a counterpart is the city, one agency or one firm")

    @property
    def columns(self) -> Mapping[str, Any]:
        """As the rows of sharing keep it, to write and to filter by."""
        return {"recipient": self.recipient.value, "agency": self.agency, "firm": self.firm}

    @property
    def key(self) -> str:
        """As forms and addresses name it: `city`, `agency:koica`, `firm:lg-hitachi-water`."""
        body = self.agency or self.firm
        return f"{self.recipient}:{body.code}" if body else self.recipient.value

    def record(self, engagement: Engagement) -> Any:
        """The row whose name it bears."""
        return self.agency or self.firm or engagement.city


CITY = Counterpart(Recipient.CITY)


def of_row(row: WithRecipient) -> Counterpart:
    """Whose link, item or proposal it is."""
    return Counterpart(Recipient(row.recipient), row.agency, row.firm)


def of_user(user: User) -> Counterpart | None:
    """The body an account works for; None for those without one."""
    row = Affiliation.objects.select_related("agency", "firm").filter(user_id=user.pk).first()
    if row is None:
        return None
    return Counterpart(Recipient.AGENCY, agency=row.agency) if row.agency else Counterpart(Recipient.FIRM, firm=row.firm)


def named_by(key: str) -> Counterpart | None:
    """The counterpart of a key; None when there is none such."""
    kind, _, code = key.partition(":")
    if key == Recipient.CITY:
        return CITY
    if kind == Recipient.AGENCY and (agency := Agency.objects.filter(code=code[:120], withdrawn_on=None).first()):
        return Counterpart(Recipient.AGENCY, agency=agency)
    if kind == Recipient.FIRM and (firm := Firm.objects.filter(code=code[:120], withdrawn_on=None).first()):
        return Counterpart(Recipient.FIRM, firm=firm)
    return None


def belonging_to(counterpart: Counterpart) -> Q:
    """Rows of sharing that are this counterpart's."""
    return Q(**counterpart.columns)
