"""What is shared in the world: words and a paper for one firm, the city's link, and a word of that firm's."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from seoulution.apps.accounts.models import User
from seoulution.apps.demand import attachments
from seoulution.apps.engagements.models import DocumentVersion, Engagement, EngagementDocument
from seoulution.apps.network.models import Firm
from seoulution.apps.network.services import affiliate
from seoulution.apps.publishing.parties import CITY, Counterpart
from seoulution.apps.publishing.services.party_links import issue_party_link
from seoulution.apps.publishing.services.proposals import Said, Sender, receive
from seoulution.apps.publishing.services.sharing import Thing, share
from seoulution.engine.engagements.codes import ProposalKind, Recipient, SharedKind
from seoulution.engine.vocabulary import Language

PAPER: Final = b"%PDF-1.7 terms"


def firm() -> Counterpart:
    return Counterpart(Recipient.FIRM, firm=Firm.objects.filter(withdrawn_on=None)[0])


def partner_of(person: Callable[..., User]) -> User:
    """A person who works for the firm that something is shared with."""
    user = person("partner")
    affiliate(user, firm=firm().firm)
    return user


def sharing_of(officer: User, engagement: Engagement) -> Mapping[str, Mapping[str, Any]]:
    """The objects that addresses of sharing are about."""
    given = {"to": [firm()], "subject": "Area of the pilot", "reason": "equal information", "by": officer}
    (words,) = share(engagement, Thing(SharedKind.INFORMATION, text="The pilot covers two districts."), **given)
    (paper,) = share(engagement, Thing(SharedKind.DOCUMENT, document_version=_paper(engagement)), **given)
    link, _token = issue_party_link(engagement, to=CITY, language=Language.ES, holder="Planning office", days=30, by=officer)
    said = receive(engagement, Said(ProposalKind.OFFER, "A survey of the pipes."), sender=Sender(firm()))
    return {
        "shared_item": {"pk": words.pk},
        "shared_paper": {"pk": paper.pk, "name": "file"},
        "party_link": {"pk": link.pk},
        "proposal": {"pk": said.pk},
    }


def _paper(engagement: Engagement) -> DocumentVersion:
    name, digest = attachments.keep(PAPER)
    return DocumentVersion.objects.create(
        document=EngagementDocument.objects.create(engagement=engagement, title="Terms"),
        number=1,
        stored_name=name,
        original_name="terms.pdf",
        content_type="application/pdf",
        size_bytes=len(PAPER),
        sha256=digest,
    )
