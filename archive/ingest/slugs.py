"""Addresses for new rows."""

from collections.abc import Container
from hashlib import sha256
from itertools import count

from django.utils.text import slugify

from archive.models import Address

LONGEST = 80


def unused_slug(text: str, kind: str, taken: Container[str] = ()) -> str:
    """Return a slug for `text` that nobody has or had, and that is not in `taken`.

    Where no letter of `text` is Latin, it is `kind` and a number that depends on `text` only.
    """
    base = slugify(text)[:LONGEST].strip("-_") or f"{kind}-{sha256(text.encode()).hexdigest()[:8]}"
    for number in count(1):
        slug = base if number == 1 else f"{base}-{number}"
        if slug not in taken and not Address.objects.filter(slug=slug).exists():
            return slug
    raise AssertionError("numbers do not end")
