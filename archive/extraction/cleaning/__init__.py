"""A page into title, body and what stands around them. `clean` is the door.

`blocks` cuts pages that were saved in one line, `lines` tells what each line is, by the shapes in `credits`,
and `marked` what markup makes of it; `stretches`, `bodies` and `titles` choose among them, `datelines` reads
the head of the first paragraph, `sources` and `publishing` tell whose story it is; `sorting` joins it all.
"""

from archive.extraction.cleaning.publishing import find_source, find_via, topics_declared
from archive.extraction.cleaning.sorting import Cleaned, clean

__all__ = ["Cleaned", "clean", "find_source", "find_via", "topics_declared"]
