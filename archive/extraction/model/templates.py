"""Feature templates as matrices: one product gives the features of many tokens at once.

A template names columns of numbers and stands for one feature for each combination of their values. Every
column of a template has a fixed multiplier; the sum over the columns, mixed, is the feature's place in a
table of weights (the hashing trick: Weinberger et al., ICML 2009). Values are below 2**13 and multipliers
below 2**30, so that the sums are exact in float64, the same on every machine, and the product can be left to
BLAS.
"""

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

BITS = 17
SIZE = 1 << BITS
FILE = Path(__file__).parent / "templates.txt"
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(64 - BITS)

Template = tuple[str, ...]


def read_templates(path: Path = FILE) -> dict[str, tuple[Template, ...]]:
    """Return the templates of each family, in their order."""
    families: dict[str, list[Template]] = {}
    family: list[Template] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            family = families.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            family.append(tuple(line.split()))
    return {name: tuple(found) for name, found in families.items()}


def multipliers(templates: Sequence[Template], columns: Sequence[str]) -> np.ndarray:
    """Return the (columns, templates) matrix of multipliers; 0 where a template does not name a column.

    A column named ``one`` (its value is always 1) counts as named by every template: it tells them apart.
    """
    matrix = np.zeros((len(columns), len(templates)))
    for at, column in enumerate(columns):
        for number, template in enumerate(templates):
            if column in template or column == "one":
                matrix[at, number] = (crc32(f"{number} {column}".encode()) >> 2) | 1
    return matrix


def places(sums: np.ndarray) -> np.ndarray:
    """Return the places, below SIZE, of the features with these sums."""
    mixed = sums.astype(np.int64).view(np.uint64)
    mixed *= _MIX
    mixed >>= _SHIFT
    return mixed.view(np.int64)
