"""Vectors of what was asked lately: turning a page or choosing a facet asks the same words again, and reading costs most.

Kept under a digest of the text, in the memory of the process alone: what a visitor typed stands nowhere.
"""

from collections import OrderedDict
from collections.abc import Sequence
from hashlib import blake2b
from threading import Lock
from typing import Final

import numpy as np

from seoulution.language.vectors import Encoder, Vector

MOST: Final = 1_000
"""Two megabytes for e5, as much for USE."""

_lock = Lock()
_kept: OrderedDict[bytes, Vector] = OrderedDict()


def query_vectors(encoder: Encoder, texts: Sequence[str]) -> Vector:
    """As `encoder.queries`, reading only what was not read lately."""
    keys = [blake2b(f"{encoder.name}\n{text}".encode(), digest_size=16).digest() for text in texts]
    with _lock:
        found = {key: _kept[key] for key in keys if key in _kept}
        for key in found:
            _kept.move_to_end(key)
    missing = [place for place, key in enumerate(keys) if key not in found]
    if missing:
        made = dict(zip([keys[n] for n in missing], encoder.queries([texts[n] for n in missing]), strict=True))
        found |= made
        with _lock:
            _kept.update(made)
            while len(_kept) > MOST:
                _kept.popitem(last=False)
    return np.array([found[key] for key in keys], dtype=np.float32).reshape(len(texts), encoder.dimension)


def forget_query_vectors() -> None:
    """For measurements: the next text is read anew."""
    with _lock:
        _kept.clear()
