"""The typesetting process: reads jobs from its input, writes files to its output, and can do nothing else.

Memory, CPU time and writing are limited by the kernel, the root folder is empty, the network is away (in its own network
namespace where the kernel allows, and behind a dead proxy everywhere). A job that breaks a limit kills only this process.
Run as `python -m seoulution.formats.typst_child EMPTY_FOLDER`; spoken to by `typst_worker`.
"""

import base64
import ctypes
import json
import os
import re
import resource
import select
import struct
import sys
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any, BinaryIO, Final

MEMORY_BYTES: Final = 3 * 1024**3
CPU_SECONDS: Final = 20
IDLE_SECONDS: Final = 600
_ATTEMPTS: Final = 8
TEMPLATES: Final = ("document", "report", "brochure", "leaflet", "official", "layout")
"""Read as one source, since the compiler may open no file."""
_UNDRAWN: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
"""How the compiler refuses a letter that no font draws: the archive standard forbids boxes."""
_UNREADABLE: Final = "text with missing codepoints"
"""How the compiler refuses a drawing whose letters a font joined so that no reader could copy them: the standard forbids it."""
_PICTURE: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", alt: "-")"""
_PPI: Final = 192.0
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def main() -> None:
    """Serve jobs until the input ends or nobody asks for ten minutes."""
    jobs, results = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit()
    root = Path(sys.argv[1])
    try:
        leave_network()
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        compiler = Typesetter(str(root))
        while select.select([jobs], [], [], IDLE_SECONDS)[0]:
            job = read_message(jobs)
            if job is None:
                break
            allow_cpu_seconds(CPU_SECONDS)
            write_message(results, compiler.answer(job))
    finally:
        with suppress(OSError):  # whoever asked may have taken it away; killed, it could not
            root.rmdir()


def limit() -> None:
    """No more than 3 GB of addresses, no core files."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow_cpu_seconds(seconds: int) -> None:
    """From now on at most `seconds` more of CPU time; past that the kernel ends this process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, hard))


def leave_network() -> bool:
    """Move into a network namespace without interfaces; False where the kernel refuses (the dead proxy remains)."""
    if not sys.platform.startswith("linux"):
        return False
    unshare = getattr(ctypes.CDLL(None, use_errno=True), "unshare", None)
    return unshare is not None and unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0


class Typesetter:
    """The compiler with its fonts loaded once."""

    def __init__(self, root: str) -> None:
        import typst

        from seoulution.formats import fonts

        self._typst = typst
        self._fonts = fonts
        self._root = root
        self._found = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=list(fonts.font_folders())
        )
        known = self._found.fonts()
        families = {font.family for font in known}
        self._families: list[str] = [family for family in fonts.FAMILIES if family in families]
        order = {family: place for place, family in enumerate(self._families)}
        known.sort(key=lambda font: (order.get(font.family, len(order)), font.style != "normal", abs(font.weight - 400)))
        regular = {font.family: (font.path, font.index) for font in reversed(known) if font.path}
        self._coverage = fonts.Coverage(
            (regular[font.family] for font in known if font.family in regular), built_in="Libertinus Serif" in families
        )
        self._template = b"\n".join(files("seoulution.formats").joinpath(f"{name}.typ").read_bytes() for name in TEMPLATES)

    def answer(self, job: dict[str, Any]) -> dict[str, Any]:
        """The files of one job, base64, or `error` in the compiler's words."""
        try:
            return self._pdf(job["payload"]) if job["kind"] == "pdf" else self._pictures(job["svgs"], job["ppi"])
        except (RuntimeError, KeyError, TypeError, ValueError) as error:
            return {"error": f"{type(error).__name__}: {error}"[:2000]}

    def _pdf(self, payload: dict[str, Any]) -> dict[str, Any]:
        painted = False
        for _ in range(_ATTEMPTS):
            missing: dict[str, str] = {}
            drawable = {**self._drawable(payload, missing), "families": self._families}
            try:
                content = self._compiled(self._template, {"payload": json.dumps(drawable)}, "pdf")
            except RuntimeError as error:
                if _UNREADABLE in str(error) and not painted:
                    payload, painted = self._painted(payload), True
                    continue
                undrawn = _UNDRAWN.search(str(error))
                if undrawn is None:
                    raise
                self._coverage.lacks(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), undrawn[1]))
            else:
                return {"files": [base64.b64encode(content).decode()], "missing": missing}
        return {"error": "too many characters without a font"}

    def _painted(self, part: Any) -> Any:
        """The same with its drawings as pictures, whose words stand in the alternative text alone."""
        if isinstance(part, list):
            return [self._painted(item) for item in part]
        if isinstance(part, dict):
            drawn = {key: self._painted(item) for key, item in part.items()}
            return (
                {**drawn, "png": list(self._compiled(_PICTURE, {"svg": part["svg"]}, "png", _PPI))} if "svg" in part else drawn
            )
        return part

    def _pictures(self, svgs: list[str], ppi: float) -> dict[str, Any]:
        made = [self._compiled(_PICTURE, {"svg": svg}, "png", ppi) for svg in svgs]
        return {"files": [base64.b64encode(content).decode() for content in made], "missing": {}}

    def _compiled(self, source: bytes, inputs: dict[str, str], kind: Any, ppi: float | None = None) -> bytes:
        compiler = self._typst.Compiler(
            source,
            root=self._root,
            font_paths=self._found,
            sys_inputs=inputs,
            package_path=self._root,
            package_cache_path=self._root,
        )
        made = compiler.compile(format=kind, ppi=ppi, pdf_standards=["a-2b", "ua-1"] if kind == "pdf" else [])
        return bytes(made[0]) if isinstance(made, list) else bytes(made or b"")

    def _drawable(self, part: Any, missing: dict[str, str]) -> Any:
        if isinstance(part, str):
            return self._fonts.without_tofu(part, self._coverage, missing)
        if isinstance(part, list):
            return [self._drawable(item, missing) for item in part]
        if isinstance(part, dict):
            return {key: self._drawable(item, missing) for key, item in part.items()}
        return part


def write_message(stream: BinaryIO, value: dict[str, Any]) -> None:
    """Length in eight bytes, then JSON."""
    content = json.dumps(value).encode()
    stream.write(struct.pack(">Q", len(content)) + content)
    stream.flush()


def read_message(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message, or None at the end of the stream."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    content = stream.read(struct.unpack(">Q", head)[0])
    value: dict[str, Any] = json.loads(content)
    return value


if __name__ == "__main__":
    main()
