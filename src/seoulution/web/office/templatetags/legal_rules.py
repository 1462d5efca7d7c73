"""What a legal rule is called: rules have codes and no names."""

from typing import Final

from django.template import Library
from django.utils.translation import gettext as _

from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Activity, Party
from seoulution.reference.schema import programme

register: Final = Library()


@register.filter
def rule_words(record: programme.LegalRule) -> str:
    """Who acts and what is done, as the rule itself says."""
    actors = ", ".join(label(Party, str(code)) for code in record.actors) or _("anyone")
    activities = ", ".join(label(Activity, str(code)) for code in record.activities) or _("anything")
    return f"{actors}: {activities}"
