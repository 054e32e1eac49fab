"""Who says what, as the rules read it: a text in, drafts of statements out. `propose` is the only door.

Quotations make the segments (quotations.py, segments.py); in these, cues find their subjects (cues.py,
phrases.py; quoting.py and citing.py where another passes the words on) and their content (reported.py,
extent.py); quotations without a cue find who spoke them
(untagged.py, transcripts.py, interviews.py, digests.py) or announced them (expected.py); drafts.py brings it
all together, and relays.py takes out who only passes words on.
"""

from archive.extraction.attribution.citing import can_speak
from archive.extraction.attribution.drafts import ANSWER, QUESTION, SETTLED, TERM, TURN, Draft, propose
from archive.extraction.attribution.relays import FARTHEST_RELAYED, RELAYING, without_relays

__all__ = [
    "ANSWER",
    "FARTHEST_RELAYED",
    "QUESTION",
    "RELAYING",
    "SETTLED",
    "TERM",
    "TURN",
    "Draft",
    "can_speak",
    "propose",
    "without_relays",
]
