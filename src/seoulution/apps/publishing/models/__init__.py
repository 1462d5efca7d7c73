"""What publishing keeps: dossiers, promotion and what was sent, and what is shared with a city, an agency or a firm."""

from seoulution.apps.publishing.models.dossiers import Dossier, PaperKind, PromotionChannel, PromotionMaterial, Sending
from seoulution.apps.publishing.models.sharing import LinkRefusal, Opening, PartyLink, Proposal, SharedItem

__all__ = [
    "Dossier",
    "LinkRefusal",
    "Opening",
    "PaperKind",
    "PartyLink",
    "PromotionChannel",
    "PromotionMaterial",
    "Proposal",
    "Sending",
    "SharedItem",
]
