"""Addresses for new rows."""

from collections.abc import Container
from hashlib import sha256
from itertools import count

from archive.models import Address
from archive.models.slugs import slug_of


def unused_slug(text: str, kind: str, taken: Container[str] = ()) -> str:
    """Return a slug for `text` that nobody has or had, and that is not in `taken`.

    Where `text` has neither letters nor digits, it is `kind` and a number that depends on `text` only.
    """
    base = slug_of(text) or f"{kind}-{sha256(text.encode()).hexdigest()[:8]}"
    for number in count(1):
        slug = base if number == 1 else f"{base}-{number}"
        if slug not in taken and not Address.objects.filter(slug=slug).exists():
            return slug
    raise AssertionError("numbers do not end")
