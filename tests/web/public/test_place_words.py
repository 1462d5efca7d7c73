"""Regions and themes in words."""

from typing import get_args

from seoulution.reference.schema.cities import Country, Indicator
from seoulution.web.public.place_words import REGIONS, THEMES


def test_every_region_and_theme_of_the_records_has_words():
    assert set(REGIONS) == set(get_args(Country.model_fields["region"].annotation))
    assert set(THEMES) == set(get_args(Indicator.model_fields["theme"].annotation))
