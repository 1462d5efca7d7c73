"""The legal rules that ship."""

from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.legal_routes import Basis
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party
from seoulution.reference.load import reference
from seoulution.reference.schema.programme import LegalRule
from tools import markdown
from tools.markdown import code, table


def page() -> str:
    """Who may do what for which money, with the basis and the dates between which the rule is known to hold."""
    rows = []
    for rule in reference().of(LegalRule):
        held = (
            " to ".join(str(day) if day else "" for day in (rule.valid_from, rule.valid_to))
            if rule.valid_from or rule.valid_to
            else ""
        )
        rows.append(
            (
                code(rule.code),
                ", ".join(label(Party, one) for one in rule.actors) or "any",
                ", ".join(label(Activity, one) for one in rule.activities) or "any",
                ", ".join(label(MoneyFlow, one) for one in rule.money_flows) or "any",
                label(Basis, rule.answer),
                rule.basis.en + (f" *{rule.article.en}*" if rule.article else ""),
                held or "not dated: as of 2014",
                ", ".join(rule.basis.sources),
            )
        )
    return markdown.page(
        "Legal rules",
        "`reference/legal.yaml`",
        "Decision support, not advice: the rule is a lack of legal basis, not a ban; of several rules the most specific one in force answers. "
        "The office and its legal counsel decide.",
        table(("rule", "who", "does what", "for which money", "answer", "basis", "in force", "sources"), rows),
    )
