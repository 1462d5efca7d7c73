"""Shipped records as the engine's rules: the one mapping from reference data to legal rules and fund terms."""

from collections.abc import Iterable
from typing import Final

from seoulution.engine.catalogue.glossary import Term
from seoulution.engine.engagements.legal_routes import Basis, LegalRule, LegalWay
from seoulution.engine.financing.terms import AmountLimit, FundTerms, Instrument, Region, ShareLimit
from seoulution.engine.provenance import Money, Validity
from seoulution.reference.schema import base, programme, terms


def legal_rules(records: Iterable[programme.LegalRule]) -> tuple[LegalRule, ...]:
    """The engine's legal rules, in file order."""
    return tuple(_legal_rule(record) for record in records)


def _legal_rule(record: programme.LegalRule) -> LegalRule:
    return LegalRule(
        code=record.code,
        answer=Basis(record.answer),
        basis=words_of(record.basis),
        actors=frozenset(record.actors),
        activities=frozenset(record.activities),
        money_flows=frozenset(record.money_flows),
        sources=record.basis.sources,
        article=words_of(record.article) if record.article else None,
        quotation=record.quotation,
        decided_by=words_of(record.decided_by) if record.decided_by else None,
        alternatives=tuple(_way(other) for other in record.alternatives),
        validity=Validity(record.valid_from, record.valid_to),
    )


def _way(record: programme.LegalAlternative) -> LegalWay:
    return LegalWay(words_of(record.text), record.actor, record.activity, record.money_flow)


def words_of(words: base.Words) -> dict[str, str]:
    """Text in both languages as the engine carries it."""
    return {"ko": words.ko, "en": words.en}


def glossary(records: Iterable[terms.Term]) -> tuple[Term, ...]:
    """The programme's terms, in file order."""
    return tuple(_term(record) for record in records)


def _term(record: terms.Term) -> Term:
    found = {language.value: (forms.write, *forms.counts) for language, forms in record.into.items()}
    advised = {language.value: forms.write for language, forms in record.into.items()}
    return Term(record.code, {"ko": record.ko, "en": record.en, **found}, advised)


WON: Final = "KRW"


def fund_terms(records: Iterable[programme.Fund]) -> tuple[FundTerms, ...]:
    """The engine's fund terms, in file order. A size is money only where its unit is a currency."""
    return tuple(_fund_terms(record) for record in records)


def _fund_terms(record: programme.Fund) -> FundTerms:
    limit = record.amount_per_project
    share = record.share_of_project_cost
    return FundTerms(
        code=record.code,
        administrator=record.administrator,
        sectors=frozenset(record.sectors),
        stages=frozenset(record.stages),
        region=Region(record.region),
        dac_recipients_only=record.dac_recipients_only,
        instrument=Instrument(record.instrument),
        as_of=record.as_of,
        words=record.words,
        source=record.source,
        size=_money(record.size),
        per_project=AmountLimit(limit.currency, limit.words, limit.at_least, limit.at_most, limit.below, limit.average)
        if limit
        else None,
        share=ShareLimit(share.at_most, share.words) if share else None,
        validity=Validity(record.valid_from, record.valid_to),
    )


def _money(figure: base.Figure | None) -> Money | None:
    if figure is None or isinstance(figure.value, str) or figure.unit not in (WON, "USD"):
        return None
    return Money(figure.value, figure.unit)
