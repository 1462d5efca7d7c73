"""Regions of the world in words."""

from typing import get_args

from django.utils.translation import override

from seoulution.apps.publishing.region_words import REGIONS
from seoulution.reference.schema.cities import Country


def test_every_region_of_a_country_has_its_words_in_both_languages() -> None:
    assert set(REGIONS) == set(get_args(Country.model_fields["region"].annotation))
    with override("ko"):
        assert all(any("가" <= letter <= "힣" for letter in str(words)) for words in REGIONS.values())
