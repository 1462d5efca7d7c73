"""The one way in which the loader says no; apart from the loader, so that catching it needs no YAML and no schema."""


class ReferenceRefused(Exception):
    """The reference data was refused; nothing was loaded. `problems` lists every finding with its file."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("Reference data refused; nothing was loaded.\n" + "\n".join(problems))
