"""What stands on record of one engagement's course: a stage, the city's word, a basis decided, money named."""

from typing import Any

from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import Engagement, StageSpell
from seoulution.apps.engagements.queries import legal_rules
from seoulution.apps.engagements.services.agreements import confirm, record_basis
from seoulution.apps.engagements.services.funding import OWN_BUDGET, name_money
from seoulution.engine.engagements.codes import Agreed
from seoulution.engine.engagements.legal_routes import Basis
from seoulution.engine.vocabulary import Stage


def course_of(engagement: Engagement, officer: User) -> dict[str, dict[str, Any]]:
    """A stage on record, the city's word, a basis decided and money named."""
    day = timezone.localdate()
    spell = StageSpell.objects.create(engagement=engagement, stage=engagement.stage, entered_on=day, reason="as told")
    need = confirm(
        engagement, what=Agreed.NEED, confirmed_by="the mayor", confirmed_on=day, by_way_of="letter 7", by=officer, today=day
    )
    asking = next(rule.code for rule in legal_rules() if rule.answer is Basis.NEEDS_BASIS)
    basis = record_basis(
        engagement, rule=asking, decided_by="the council", decided_on=day, reference="no. 12", by=officer, today=day
    )
    money = name_money(engagement, stage=Stage.TRAINING, fund=OWN_BUDGET, by=officer)
    return {
        "spell": {"pk": spell.pk},
        "confirmation": {"pk": need.pk},
        "basis_decision": {"pk": basis.pk},
        "funding": {"pk": money.pk},
    }
