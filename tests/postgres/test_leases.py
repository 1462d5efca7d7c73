"""A lease counts only while the process that took it lives."""

import pytest

from seoulution.postgres import leases
from seoulution.postgres.layout import Layout
from seoulution.postgres.processes import this_process


@pytest.fixture
def layout(tmp_path):
    layout = Layout.of(tmp_path / "pg")
    layout.make_folders(traversable=False)
    return layout


def test_each_lease_of_one_process_counts(layout):
    first, second = leases.take(layout), leases.take(layout)
    assert leases.holders(layout) == [this_process()] * 2
    first.unlink()
    assert leases.holders(layout) == [this_process()]
    second.unlink()
    assert leases.holders(layout) == []


def test_leases_of_the_dead_and_broken_ones_are_removed(layout):
    me = this_process()
    (layout.leases / "recycled").write_text(f"{me.pid} {me.started - 5} {me.boot}")
    (layout.leases / "earlier-boot").write_text(f"{me.pid} {me.started} 00000000")
    (layout.leases / "broken").write_text("")
    assert leases.living_and_dead(layout) == ([], 3)
    assert list(layout.leases.iterdir()) == []


def test_a_lease_that_was_ended_is_none_of_the_dead(layout):
    leases.take(layout).unlink()
    assert leases.living_and_dead(layout) == ([], 0)


def test_all_leases_can_be_ended(layout):
    leases.take(layout)
    leases.drop_all(layout)
    assert leases.holders(layout) == []
