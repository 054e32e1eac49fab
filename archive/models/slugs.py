"""The readable part of an address."""

from anyascii import anyascii
from django.utils.text import slugify

LONGEST = 80


def slug_of(text: str) -> str:
    """Return `text` as a slug, in Latin letters whatever its script; blank without a letter or a digit."""
    return slugify(anyascii(text))[:LONGEST].strip("-_")
