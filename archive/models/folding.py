"""Names as they are typed by those who have no accents on their keyboard."""

import unicodedata

# Letters that no decomposition takes apart.
LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th",
     "Þ": "Th", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
)  # fmt: skip


def fold(text: str) -> str:
    """Return `text` without accents: Erdogan for Erdoğan, Lodz for Łódź."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def searched_forms(name: str) -> tuple[str, ...]:
    """Return what a name is found by, with and without accents: no search tells capitals or initials apart.

    So a person who is also called Donald J. Trump or TRUMP is found by no other words than before.
    """
    words = [word for word in name.lower().split() if len(word.strip(".")) > 1]
    form = " ".join(words)
    return (form, fold(form)) if form else ()
