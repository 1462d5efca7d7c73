from seoulution.apps.publishing.standing_signs import SIGNS
from seoulution.engine.vocabulary import Standing


def test_every_standing_has_a_sign_and_no_two_look_alike() -> None:
    assert {standing for standing, _shape, _paint in SIGNS} == set(Standing)
    assert len({(shape, paint) for _standing, shape, paint in SIGNS}) == len(Standing)
