from dataclasses import replace

from tests.formats.sample import designed

from seoulution.engine.dossier.document import Citation, FactList, Layout, Section, Span
from seoulution.formats.designed import large_points, source_columns, starts_back


def figures(*values: str) -> FactList:
    return FactList(tuple((value, (Span(value, strong=True),)) for value in values))


def test_figures_are_as_large_as_the_longest_has_room_for() -> None:
    assert large_points(figures("94.4 %"), 24, 150) == 24
    longer = large_points(figures("94.4 %", "10,421 cases/year"), 24, 150)
    assert 10 <= longer < 24
    assert large_points(figures("4.98 백만 ㎥/일"), 24, 150) < 24
    assert large_points(figures("words " * 40), 24, 150) == 10


def test_the_back_of_a_leaflet_begins_with_the_second_row_of_parts() -> None:
    row = (Section("p", "P", ()), Section("q", "Q", ()))
    sections = (
        Section("a", "A", (), row),
        Section("b", "B", ()),
        Section("c", "C", (), tuple(replace(p, key=p.key * 2) for p in row)),
    )
    document = replace(designed(Layout.LEAFLET), sections=sections)
    assert starts_back(document) == "c"
    assert starts_back(replace(document, sections=sections[:2])) is None


def test_many_sources_of_a_leaflet_stand_in_three_columns() -> None:
    document = designed(Layout.LEAFLET)
    assert source_columns(document) == 2
    many = tuple(Citation(str(number), "words") for number in range(20))
    assert source_columns(replace(document, citations=many)) == 3
