"""The bytes of each document, kept for good in files named by their hash."""

import os
import tempfile
from pathlib import Path

from django.conf import settings

from archive.reading.page import Page


def keep_bytes(page: Page) -> None:
    """Write the page's bytes under their hash, whole or not at all; bytes already there are left alone."""
    target = Path(settings.CAPTURES_DIR) / page.sha256[:2] / page.sha256
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".incoming-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(page.raw)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
