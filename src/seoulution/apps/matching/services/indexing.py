"""Lays the search index: passages with their vectors, past needs linked to solutions, and the words that search knows."""

from collections.abc import Callable, Sequence

from django.db import transaction

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.freshness import alone_until_commit
from seoulution.apps.matching.learning import learnable
from seoulution.apps.matching.models import Match, Passage, Term
from seoulution.apps.matching.passages import digest_of, passages_of
from seoulution.apps.matching.retrieval import embedded, forget_index
from seoulution.apps.matching.vector_cache import Pair, keep, key_of, known
from seoulution.apps.matching.wordlist import terms
from seoulution.engine.matching.pooling import LINKED_WEIGHT
from seoulution.language.passages import Passage as Told
from seoulution.language.passages import concepts_in

_BATCH = 32


def index_passages(*, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Reads every solution whose text changed, or that another past need was linked to; returns how many passages were made.

    Each solution's passages are replaced in one transaction, so a search meanwhile sees the old or the new, never half.
    """
    learnt = learnable()
    kept = dict(Passage.objects.order_by().values_list("solution_id", "digest").distinct())
    offered = PolicySolution.objects.offered()
    wanted = {row.pk: digest_of(row, learnt.get(row.pk, ())) for row in offered.iterator(_BATCH)}
    changed = list(offered.filter(pk__in=[pk for pk, digest in wanted.items() if kept.get(pk) != digest]))
    texts = list(dict.fromkeys(passage.text for row in changed for passage in passages_of(row)))
    vectors = _vectors(texts, progress) if texts else {}
    made = [
        passage
        for row in changed
        for passage in (
            *(_told(row, wanted[row.pk], one, vectors[key_of(one.text)]) for one in passages_of(row)),
            *_linked(row, wanted[row.pk], learnt.get(row.pk, ())),
        )
    ]
    with transaction.atomic():
        alone_until_commit()
        done = dict(Passage.objects.order_by().values_list("solution_id", "digest").distinct())
        made = [passage for passage in made if done.get(passage.solution_id) != passage.digest]
        gone = Passage.objects.filter(solution__in={one.solution_id for one in made})
        gone |= Passage.objects.exclude(solution__in=list(wanted))
        if gone.exists():
            gone.delete()
        Passage.objects.bulk_create(made, batch_size=200)
    if made or not Term.objects.exists():
        index_terms()
    forget_index()
    return len(made)


@transaction.atomic
def index_terms() -> int:
    """Lays the words that search knows anew; returns how many there are."""
    rows = terms()
    Term.objects.all().delete()
    Term.objects.bulk_create(rows, batch_size=2_000)
    return len(rows)


def _told(row: PolicySolution, digest: str, told: Told, vectors: Pair) -> Passage:
    return Passage(
        solution=row,
        language=told.language,
        text=told.text,
        weight=told.weight,
        digest=digest,
        concepts=concepts_in(told.text, told.language),
        e5=vectors[0],
        use=vectors[1],
    )


def _linked(row: PolicySolution, digest: str, matches: Sequence[Match]) -> list[Passage]:
    """Past needs as vectors alone: no word of a city is copied, here or into the machine's cache."""
    vectors = embedded([match.need.text for match in matches])
    return [
        Passage(
            solution=row,
            language=match.need.sharing_request.language,
            weight=LINKED_WEIGHT,
            digest=digest,
            need=match.need,
            e5=e5,
            use=use,
        )
        for match, (e5, use) in zip(matches, vectors, strict=True)
    ]


def _vectors(texts: Sequence[str], progress: Callable[[int, int], None]) -> dict[str, Pair]:
    """Vectors by key; only texts that this machine has not read before are read."""
    vectors = known()
    unread = [text for text in texts if key_of(text) not in vectors]
    for start in range(0, len(unread), _BATCH):
        batch = unread[start : start + _BATCH]
        vectors |= {key_of(text): pair for text, pair in zip(batch, embedded(batch), strict=True)}
        progress(min(start + _BATCH, len(unread)), len(unread))
    if unread:
        keep({key_of(text): vectors[key_of(text)] for text in texts} | vectors)
    return vectors
