"""The reviews of a draft, round by round: who approved, who sent back with which comments, and which approvals no longer count."""

from dataclasses import dataclass
from datetime import datetime

from seoulution.apps.accounts import names
from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import Draft, Review
from seoulution.apps.publishing.part_titles import path_words


@dataclass(frozen=True, slots=True)
class Verdict:
    """One review in words. `voided_by` : who sent the round back and so took this approval's force."""

    part: str
    approved: bool
    by: str
    when: datetime
    words: str
    comments: tuple[tuple[str, str, str], ...]
    voided_at: datetime | None
    voided_by: str


@dataclass(frozen=True, slots=True)
class Round:
    """One hand-in and what was said of it."""

    number: int
    verdicts: tuple[Verdict, ...]


def rounds_of(draft: Draft) -> list[Round]:
    """Newest round first; a round that nobody has reviewed yet is there with no verdict."""
    reviews = list(draft.reviews.select_related("by"))
    return [
        Round(number, tuple(_verdict(review, reviews) for review in reviews if review.round == number))
        for number in range(draft.round, 0, -1)
    ]


def name_of(user: User | None) -> str:
    """As others know the person."""
    return names.name_of(user) or "–"


def comments_on(draft: Draft) -> dict[str, list[tuple[str, str]]]:
    """What reviewers said on each part in the last round that was sent back: who, and the words."""
    sent_back = [review for review in draft.reviews.select_related("by") if not review.approved]
    last = max((review.round for review in sent_back), default=0)
    found: dict[str, list[tuple[str, str]]] = {}
    for review in sent_back:
        if review.round == last:
            for part, said in review.comments.items():
                found.setdefault(part, []).append((name_of(review.by), said))
    return found


def _verdict(review: Review, reviews: list[Review]) -> Verdict:
    voided_by = next((name_of(r.by) for r in reviews if r.round == review.round and not r.approved), "")
    return Verdict(
        review.part,
        review.approved,
        name_of(review.by),
        review.given_at,
        review.words,
        tuple((path, path_words(path), said) for path, said in review.comments.items()),
        review.voided_at,
        voided_by if review.voided_at else "",
    )
