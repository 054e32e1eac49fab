"""When an article was published, and why one may think so. `date_article` is the door.

`claims` are the days that the page names as its own, `declared` those of its markup and its address,
`unmarked` those on lines that do not look like it; `clocks` tells them from the time the page was saved at.
`bounds` are what its story allows, with the help of what `world` knows; `conclusion` weighs them.
"""

from archive.extraction.dating.conclusion import Dated, date_article

__all__ = ["Dated", "date_article"]
