"""The letters of a text, for searches by one or two of them: a Korean word often has two, and an index of three letters side by side finds none."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, TextField, Value


class Letters(Func):
    """Each letter or syllable of a text as one element."""

    function = "string_to_array"
    output_field = ArrayField(TextField())

    def __init__(self, text: str) -> None:
        super().__init__(text, Value(None))
