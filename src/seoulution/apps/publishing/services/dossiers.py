"""What changes dossiers: built from live records, and shared with the city that asked."""

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.rights import required
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.publishing.compose.dossier import dossier
from seoulution.apps.publishing.gather import case_of_request
from seoulution.apps.publishing.inputs import inputs_hash
from seoulution.apps.publishing.models import Dossier
from seoulution.engine.dossier.own_words import paper_findings
from seoulution.engine.findings import blocking
from seoulution.engine.vocabulary import Language
from seoulution.formats.cleaning import clean_text
from seoulution.formats.json import document_value
from seoulution.formats.json_reader import document_from
from seoulution.language.wording import wording_rules


@transaction.atomic
def build_dossier(request: SharingRequest, *, language: Language, by: User | None) -> Dossier:
    """Computes the dossier from live records and keeps it with the hash of its inputs; earlier ones stay readable."""
    if by is not None:
        required(by, Permission.BUILD_DOSSIERS)
    now = timezone.now()
    document = dossier(case_of_request(request, today=timezone.localdate(), now=now), language)
    with pghistory.context(reason="dossier built", by=by.username if by else "system"):
        return Dossier.objects.create(
            sharing_request=request,
            language=language.value,
            document=document_value(document),
            inputs_hash=inputs_hash(request),
            built_by=by,
        )


@transaction.atomic
def share_dossier(dossier: Dossier, *, by: User, wording_reason: str = "") -> Dossier:
    """Lets the city read this build of the dossier in its file.

    raises Refused : its own words hold one that is not used toward cities, and no reason lets it through
    """
    required(by, Permission.WORK_REQUESTS)
    reason = clean_text(wording_reason).strip()
    refused = blocking(paper_findings(document_from(dossier.document), wording_rules()))
    if refused and not reason:
        raise Refused(refused)
    with pghistory.context(reason="dossier shared with the city", by=by.username):
        dossier.shared_with_city_at = timezone.now()
        dossier.wording_reason = reason if refused else ""
        dossier.save(update_fields=["shared_with_city_at", "wording_reason"])
    return dossier
