"""The words that the rules know: one plain file a list, read once.

In a file, a line that starts with ``#`` explains, an empty line means nothing, every other line is one entry.
In a table, tabs part the columns.
"""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def entries(name: str) -> tuple[str, ...]:
    """Return the entries of `name` (a file name with its ending) in their order."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `name`, a tab-separated file, as tuples of stripped columns."""
    return tuple(tuple(column.strip() for column in line.split("\t")) for line in entries(name))


def pairs(name: str) -> dict[str, str]:
    """Return the first column of `name`, a table of two columns, with the second."""
    return {first: second for first, second in table(name)}


def split(column: str) -> list[str]:
    """Return the values of a column that holds several, parted by semicolons."""
    return [value.strip() for value in column.split(";") if value.strip()]


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of `name` in lower case, for membership."""
    return frozenset(entry.lower() for entry in entries(name))
