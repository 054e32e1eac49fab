"""Country codes and the names that readers know them by."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("countries.txt")


@cache
def country_names() -> dict[str, str]:
    """Return the names by lower-case ISO 3166-1 alpha-2 code."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {code.lower(): name for code, name in rows}


def country_name(code: str) -> str:
    """Return the name of the country of `code`, in either case; the code itself where it is nobody's."""
    return country_names().get(code.lower(), code.upper())
