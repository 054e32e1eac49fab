"""How far a long command has come."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def shown(
    what: str, total: Callable[[], int], verbosity: int, **bar: Any
) -> Iterator[Callable[[int], object]]:
    """Show a bar on a terminal; anywhere else, show nothing. The value is to be told of each step done.

    `total` is asked for the sum of all steps only where there is something to show; `bar` is tqdm's.
    """
    if not verbosity or not sys.stderr.isatty():
        yield lambda steps: None
        return
    from tqdm import tqdm  # here, because most runs show nothing

    with tqdm(total=total(), desc=what, **bar) as drawn:
        yield drawn.update
