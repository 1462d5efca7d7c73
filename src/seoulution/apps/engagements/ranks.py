"""The order of ranks in the database, as one expression for lists and for the index that they are read from."""

from typing import Final

from django.db.models import Case, IntegerField, Value, When

from seoulution.engine.engagements.codes import Rank

FROM_THE_MAYOR_DOWN: Final = Case(
    *(When(rank=rank.value, then=Value(place)) for place, rank in enumerate(reversed(Rank))),
    default=Value(len(Rank)),
    output_field=IntegerField(),
)
"""The place of a rank, the mayor's first; a word without a rank comes last."""
