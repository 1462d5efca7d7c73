"""The words of the `seoulution` command."""

import argparse
from importlib import import_module

from seoulution.cli import SUMMARIES, WORDS
from tools import markdown
from tools.markdown import code, table


def page() -> str:
    """Each word with its options."""
    parts = []
    for word in WORDS:
        parser = argparse.ArgumentParser(prog="seoulution")
        words = parser.add_subparsers()
        import_module(f"seoulution.commands.{word}").register(words)
        rows = [(code(_names(action)), _help(action)) for action in words.choices[word]._actions if action.dest != "help"]
        parts += [f"## seoulution {word}", f"{SUMMARIES[word][0].upper()}{SUMMARIES[word][1:]}."]
        parts += [table(("option", "meaning"), rows)] if rows else []
    return markdown.page(
        "The command",
        "`cli.py` and `commands/`",
        "Run `.venv/bin/seoulution WORD --help` for the same on the terminal.",
        *parts,
    )


def _names(action: argparse.Action) -> str:
    names = ", ".join(action.option_strings) or action.dest
    takes_value = action.nargs != 0
    return f"{names} {action.dest.upper()}" if action.option_strings and takes_value else names


def _help(action: argparse.Action) -> str:
    allowed = f"one of {', '.join(map(str, action.choices))}" if action.choices else ""
    must = "required" if action.required and action.option_strings else ""
    return "; ".join(part for part in (action.help or "", allowed, must) if part)
