"""`python -m seoulution.postgres status|stop|psql DATA_DIR`: look after the embedded server by hand."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from seoulution.postgres import PostgresError, acquire, binaries, status, stop


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it worked."""
    parser = argparse.ArgumentParser(
        prog="python -m seoulution.postgres", description="Look after the embedded PostgreSQL server."
    )
    parser.add_argument("command", choices=("status", "stop", "psql"))
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="further arguments for psql")
    given = parser.parse_args(arguments)
    try:
        match given.command:
            case "status":
                return _show(given.data_dir)
            case "stop":
                stop(given.data_dir)
                return 0
            case _:
                return _psql(given.data_dir, given.rest)
    except PostgresError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _show(data_dir: Path) -> int:
    found = status(data_dir)
    state = "ready" if found.ready else "starting" if found.running else "not running"
    lines = [
        f"data folder   {found.data_dir} (PostgreSQL {found.cluster_major or 'cluster not made yet'})",
        f"server        {state}" + (f", process {found.pid}" if found.pid else ""),
        f"supervisor    {found.supervisor_pid or 'none'}",
        f"used by       {', '.join(map(str, found.clients)) or 'nobody'}",
        *([f"last failure  {found.failure}"] if found.failure else []),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if found.ready else 3


def _psql(data_dir: Path, rest: list[str]) -> int:
    with acquire(data_dir) as lease:
        address = urlsplit(lease.server.url)
        # Through the environment: a command line can be read by every user of the machine.
        private = {
            "PGHOST": parse_qs(address.query).get("host", [address.hostname or ""])[0],
            "PGPORT": str(address.port or 5432),
            "PGUSER": unquote(address.username or ""),
            "PGPASSWORD": unquote(address.password or ""),
            "PGDATABASE": unquote(address.path.lstrip("/")),
        }
        return subprocess.run([binaries.find().program("psql"), *rest], env=os.environ | private, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
