"""What each track demands, and what is said of what is missing."""

from seoulution.engine.catalogue.tracks import DEMANDS, LACKING, TrackEvidence, tracks
from seoulution.engine.vocabulary import SolutionKind


def test_the_table_covers_every_kind_and_every_evidence_is_demanded_by_one_track() -> None:
    assert set(DEMANDS) == set(SolutionKind)
    demanded = [each for kind in SolutionKind for each in DEMANDS[kind]]
    assert sorted(demanded) == sorted(TrackEvidence) and set(LACKING) == set(TrackEvidence)
    assert len(set(LACKING.values())) == len(LACKING)


def test_a_solution_is_asked_only_for_the_tracks_it_says_it_has() -> None:
    (track,) = tracks([SolutionKind.KNOWLEDGE], [])
    assert track.kind is SolutionKind.KNOWLEDGE and track.held == ()
    assert [f.code for f in track.findings] == [LACKING[each] for each in DEMANDS[SolutionKind.KNOWLEDGE]]


def test_a_deliverable_with_everything_but_a_price_lacks_the_price() -> None:
    at_hand = set(DEMANDS[SolutionKind.EXPORTABLE]) - {TrackEvidence.PRICE_BASIS}
    (track,) = tracks([SolutionKind.EXPORTABLE], at_hand)
    assert [(f.code, f.subject) for f in track.findings] == [("track.price-basis-missing", "exportable")]


def test_tracks_come_in_one_order_however_they_are_named() -> None:
    both = tracks([SolutionKind.EXPORTABLE, SolutionKind.KNOWLEDGE], TrackEvidence)
    assert [track.kind for track in both] == list(SolutionKind) and not any(track.missing for track in both)
