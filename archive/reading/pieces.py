"""Texts that a program cut at every tag, one string a line: the pieces of a sentence put together again."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONG = 40  # characters; few lines of a menu have as many
LONGEST_HEADLINE, LONGEST_PAGE_TITLE = 100, 300
# How a sentence goes on behind a link; no line of a text that was not cut begins like that.
CUT_OFF = re.compile(
    r"""
      [,.;:!?)\]] ["'”’»)]{0,2} [,.;:]? (?=\s|$)
    | [”»] (?: [,.;:] | \s\S )
    | ” $
    | ['’] (?:s|t|re|ve|ll|d|m) \b
    """,
    re.X,
)
ENDED = re.compile(r"""[.!?…。！？:]["'”’»)\]]{0,3}$""")
ADDRESS = re.compile(r"https?:|www\.|@")
# What stands before a link, and ends neither a headline nor a button; then what seldom does.
UNFINISHED = (
    "the|of|a|an|and|or|with|from|that|than|which|whose|his|her|its|their|our|"
    "le|la|les|de|des|du|et|el|los|las|del|y|que|der|den|dem|und|von|di|della"
)
SELDOM_LAST = "by|into|at|for|in|on|to|as|is|was|mit|e|os|da|dos|das"
HANGING = r"(?:(?:^|[\s'’])(?:{})|(?:^|\s)[ldnsqcjm]['’]|[(“«\[]|\w,)$"
HANGS = re.compile(HANGING.format(f"{UNFINISHED}|{SELDOM_LAST}"), re.I)
HANGS_ALONE = re.compile(HANGING.format(UNFINISHED) + "|\\s[–—]$", re.I)
LONGEST_END = 12  # characters in which a sentence is seen to end, or to hang
BEFORE_SMALL = '–—-( “"'
ENDS_SMALL = re.compile(r"\b[^\W\d_A-Z]+,?$")  # as few headlines in title case do
CLOSING = re.compile(r"[,.;:!?)\]”»]|['’][a-z]")  # no space before them
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")  # behind "the 19", set higher
OPENING = ("(", "[", "“", "«", "l'", "l’", "d'", "d’")  # no space behind them


@dataclass
class _Sentence:
    """The pieces that were put together so far, and their letters."""

    pieces: list[str]
    letters: int

    def add(self, piece: str) -> None:
        self.pieces.append(piece)
        self.letters += len(piece)


def joined(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines, the pieces of a sentence as one; as they are, if none shows that it was cut off."""
    if not any(map(CUT_OFF.match, lines)):
        return lines
    page_title = lines[0][:LONGEST_PAGE_TITLE]
    headlines = {line for line, times in Counter(lines).items() if times > 1 or line in page_title}
    found: list[_Sentence] = []
    for piece, following in pairwise([*lines, ""]):
        if found and _goes_on(found[-1], piece, following, headlines):
            found[-1].add(piece)
        else:
            found.append(_Sentence([piece], len(piece)))
    return ["".join(_spaced(sentence.pieces)) for sentence in found]


def _goes_on(sentence: _Sentence, piece: str, following: str, headlines: Container[str]) -> bool:
    """Tell whether `piece` is of the sentence; `following` is the line below it."""
    if CUT_OFF.match(piece):
        return True
    last = sentence.pieces[-1]
    if _ends(last) or ADDRESS.match(piece):
        return False
    is_long, is_amid = sentence.letters >= LONG, _is_amid(sentence)
    is_cut = not _ends(piece) and CUT_OFF.match(following) is not None
    leads_on = is_cut or (not _ends(piece) and following[:1].islower())
    if HANGS.search(last[-LONGEST_END:]) and (is_long or is_cut):
        return True
    if HANGS_ALONE.search(last[-LONGEST_END:]) and (len(piece) >= LONG or (is_amid and leads_on)):
        return True
    is_small = piece.lstrip(BEFORE_SMALL)[:1].islower()
    if is_small and len(piece) >= LONG:
        return True
    if is_amid or not is_long:
        return is_long and (is_small or leads_on)
    if last in headlines:
        return is_small and _ends(piece)
    return leads_on or _ends(piece) if is_small else is_cut and ENDS_SMALL.search(last[-LONG:]) is not None


def _ends(piece: str) -> bool:
    return ENDED.search(piece[-LONGEST_END:]) is not None


def _is_amid(sentence: _Sentence) -> bool:
    """Tell a sentence from a headline, which was not cut and is short."""
    first = sentence.pieces[0]
    return len(sentence.pieces) > 1 or first[0].islower() or len(first) > LONGEST_HEADLINE


def _spaced(pieces: Sequence[str]) -> list[str]:
    """Return the pieces, a space before those that begin with a word."""
    found = [pieces[0]]
    for above, piece in pairwise(pieces):
        close = (
            CLOSING.match(piece) or above.endswith(OPENING) or (above[-1].isdigit() and ORDINAL.match(piece))
        )
        found.append(piece if close else f" {piece}")
    return found
