"""The six criteria by which target cities are weighed."""

from seoulution.apps.network.records import ReferenceModel
from seoulution.reference.schema import programme


class Criterion(ReferenceModel):
    shape = programme.Criterion
