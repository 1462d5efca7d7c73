"""The child by itself: what it may not do even if its source were hostile (it never is: data never becomes source)."""

import subprocess
import sys
import textwrap

from seoulution.formats.typst_worker import _environment


def in_child(code: str) -> str:
    setup = "from seoulution.formats.typst_child import Typesetter, leave_network, limit\n"
    done = subprocess.run(
        [sys.executable, "-c", setup + textwrap.dedent(code)], capture_output=True, text=True, env=_environment(), timeout=60
    )
    return done.stdout + done.stderr


def test_its_root_holds_nothing_and_files_outside_cannot_be_read() -> None:
    printed = in_child(
        """
        import tempfile
        typesetter = Typesetter(tempfile.mkdtemp())
        for source in (b'#read("/etc/passwd")', b'#read("../../../../etc/passwd")', b'#image("/etc/passwd")'):
            try:
                typesetter._compiled(source, {}, "pdf")
                print("READ")
            except RuntimeError as error:
                print("refused:", error)
        """
    )
    assert printed.count("refused:") == 3 and "READ" not in printed


def test_it_fetches_no_packages() -> None:
    printed = in_child(
        """
        import tempfile
        leave_network()
        typesetter = Typesetter(tempfile.mkdtemp())
        try:
            typesetter._compiled(b'#import "@preview/cetz:0.3.0": *', {}, "pdf")
            print("FETCHED")
        except RuntimeError as error:
            print("refused:", error)
        """
    )
    assert "refused:" in printed and "FETCHED" not in printed


def test_out_of_its_own_network_namespace_not_even_loopback_answers() -> None:
    printed = in_child(
        """
        import socket
        server = socket.create_server(("127.0.0.1", 0))
        if not leave_network():
            print("kernel refuses")
        else:
            try:
                socket.create_connection(server.getsockname(), timeout=1)
                print("CONNECTED")
            except OSError:
                print("away")
        """
    )
    assert "away" in printed or "kernel refuses" in printed
    assert "CONNECTED" not in printed


def test_memory_beyond_the_limit_is_not_given() -> None:
    printed = in_child(
        """
        limit()
        try:
            bytearray(4 * 1024**3)
            print("GIVEN")
        except MemoryError:
            print("refused")
        """
    )
    assert "refused" in printed and "GIVEN" not in printed


def test_without_any_font_folder_a_pdf_is_still_made_and_says_what_it_lacks() -> None:
    printed = in_child(
        """
        import tempfile
        from seoulution.formats import fonts
        from seoulution.formats.cleaning import clean_document
        from seoulution.formats.pdf import payload_of
        from tests.formats.sample import sample
        fonts.font_folders = lambda: ()
        answer = Typesetter(tempfile.mkdtemp()).answer({"kind": "pdf", "payload": payload_of(clean_document(sample()))})
        print(sorted(answer["missing"]), len(answer["files"][0]) > 20_000)
        """
    )
    assert "'hangul'" in printed and "'arabic'" in printed and "'latin'" not in printed and "True" in printed


def test_a_letter_that_a_font_only_claims_to_draw_is_named_too() -> None:
    printed = in_child(
        """
        import tempfile
        from dataclasses import replace
        from seoulution.formats.pdf import payload_of
        from tests.formats.sample import sample
        typesetter = Typesetter(tempfile.mkdtemp())
        typesetter._coverage._known[0x0378] = True
        document = replace(sample(), title="unassigned letter " + chr(0x0378))
        print(typesetter.answer({"kind": "pdf", "payload": payload_of(document)})["missing"])
        """
    )
    assert "unassigned" in printed or "symbol" in printed
