"""The launch as the supervisor reads it, and the page on which it reports a failure."""

from pathlib import Path

import pytest

from seoulution.postgres import launches
from seoulution.postgres.accounts import Account
from seoulution.postgres.layout import Layout


@pytest.fixture
def layout(tmp_path):
    layout = Layout.of(tmp_path / "pg")
    layout.make_folders(traversable=False)
    return layout


@pytest.mark.parametrize("account", [Account(), Account(prefix=("unshare", "--user", "--")), Account(uid=5, gid=6)])
def test_a_launch_reads_back_as_it_was_kept(layout, account):
    launch = launches.Launch(Path("/bin/postgres"), "18.6", Path("/run/소켓"), account)
    launches.keep(layout, launch)
    assert launches.read(layout) == launch


def test_a_missing_or_broken_launch_is_none(layout):
    assert launches.read(layout) is None
    layout.launch.write_text('{"postgres": ')
    assert launches.read(layout) is None


def test_a_failure_is_reported_on_a_page_that_never_changes_size(layout):
    launches.clear_failure(layout)
    assert launches.failure(layout) is None
    size = layout.failure.stat().st_size
    for said in ("disk full", "가" * 5000):
        launches.report_failure(layout, said)
        assert launches.failure(layout).endswith(said[-100:])
        assert layout.failure.stat().st_size == size
    launches.clear_failure(layout)
    assert launches.failure(layout) is None
