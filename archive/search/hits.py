"""What the engine found, as a page of results shows it."""

import json
import re
from collections.abc import Collection, Mapping
from html import escape, unescape
from typing import Any

from archive.models.addressing import address_of

from .engine.analysis import find_terms
from .results import Hit

SHOWN = ("title", "source", "source_name", "published", "precision")  # of the card, as they are
SHOWN_OF_STATEMENT = ("article", "speaker", "speaker_name", "speaker_kind", "kind", "confidence")
PIECE = re.compile(r"</?em>|&#?\w+;|.", re.DOTALL)  # of an excerpt: a tag of the engine's, a letter
MARKED = re.compile("<em>(.*?)</em>")
UNSEEN = ("speaker_names", "source_name", "names")  # fields with words that a page of results need not show


class Found:
    """A document as the engine gives it. Haystack's own class takes several times as long to make."""

    def __init__(self, app_label: str, model_name: str, pk: str, score: float, **fields: Any) -> None:
        self.model_name, self.pk, self.score = model_name, pk, score
        vars(self).update(fields)


def as_hit(found: Any, typed: Mapping[str, str]) -> Hit:
    """Return Haystack's result as a Hit, from what is stored in the index alone.

    `typed` has the words of the query as they were typed, by the term that each is looked for by.
    """
    card = json.loads(found.card)
    shown = {name: card[name] for name in SHOWN}
    excerpt, heading = found.highlighted["text"][0], _heading(found, card["title"])
    shown |= {"id": int(found.pk), "score": round(float(found.score), 4), "heading": _marked(heading)}
    snippet = _snippet(found.text, excerpt, card.get("breaks", ()))
    shown |= {"snippet": snippet, "reasons": _reasons(found, excerpt + heading, typed)}
    if found.model_name == "article":
        url = address_of("article", found.pk, card["slug"])
        return Hit(type="article", url=url, speakers=tuple(map(tuple, card["speakers"])), **shown)
    said = {name: card.get(name) for name in SHOWN_OF_STATEMENT}
    return Hit(type="statement", url=address_of("statement", found.pk), text=found.text, **said, **shown)


def _heading(found: Any, title: str) -> str:
    """Return the article's heading with the engine's marks; its field has it with and without accents."""
    lines = found.highlighted.get("title") or [""]
    marked = lines[0].partition("\n")[0]
    return marked if _plain(marked) == title else escape(title)


def _plain(excerpt: str) -> str:
    return unescape(excerpt.replace("<em>", "").replace("</em>", ""))


def _marked(excerpt: str) -> str:
    return excerpt.replace("<em>", "<mark>").replace("</em>", "</mark>")


def _snippet(text: str, excerpt: str, breaks: Collection[int]) -> str:
    """Return the engine's excerpt, which is escaped text without any tag but the engine's own ``<em>``.

    Where it is not the beginning or the end of the text, it has an ellipsis there, and one where words of the
    article are left out: at the `breaks`, which are the places of single spaces in the text.
    """
    plain = _plain(excerpt)
    if breaks and (start := text.find(plain)) >= 0:
        excerpt = _broken(excerpt, [place - start for place in breaks])
    before = "" if text.startswith(plain) else "… "
    after = "" if text.endswith(plain) else " …"
    return f"{before}{_marked(excerpt)}{after}"


def _broken(excerpt: str, breaks: Collection[int]) -> str:
    """Return the engine's excerpt with an ellipsis at each of `breaks`, places in it as it is read."""
    place, shown = 0, []
    for piece in PIECE.findall(excerpt):
        shown.append(" … " if place in breaks and piece == " " else piece)
        place += piece not in ("<em>", "</em>")
    return "".join(shown)


def _reasons(found: Any, shown: str, typed: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the words that nothing which is shown has, each with the field that the engine found it in."""
    found_in = getattr(found, "found_in", {})
    seen = found_in.get("text", set()) | found_in.get("title", set())
    elsewhere = {word: name for name in reversed(UNSEEN) for word in found_in.get(name, set()) - seen}
    if elsewhere:
        marked = " ".join(MARKED.findall(shown))
        elsewhere = {word: name for word, name in elsewhere.items() if word not in _terms(marked)}
    shown_so = {typed.get(word) for word in seen}  # in one of its wordings
    reasons = {(name, typed.get(word, word)) for word, name in elsewhere.items()}
    return tuple(sorted(reason for reason in reasons if reason[1] not in shown_so))


def _terms(text: str) -> set[str | None]:
    return {term for _, term in find_terms(unescape(text))}
