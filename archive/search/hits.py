"""What the engine found, as a page of results shows it."""

import json
from html import unescape
from typing import Any

from django.urls import reverse

from .results import Hit


def as_hit(found: Any) -> Hit:
    """Return Haystack's result as a Hit, from what is stored in the index alone."""
    card = json.loads(found.card)
    shown = {name: card[name] for name in ("title", "source", "source_name", "published", "precision")}
    shown |= {"id": int(found.pk), "score": round(float(found.score), 4), "snippet": _snippet(found)}
    if found.model_name == "article":
        url = reverse("article", args=[found.pk, card["slug"]])
        return Hit(type="article", url=url, speakers=tuple(map(tuple, card["speakers"])), **shown)
    said = {name: card[name] for name in ("article", "speaker", "speaker_name", "kind")}
    return Hit(type="statement", url=reverse("statement", args=[found.pk]), text=found.text, **said, **shown)


def _snippet(found: Any) -> str:
    """Return the engine's excerpt, which is escaped text without any tag but the engine's own ``<em>``.

    Where it is not the beginning or the end of the text, it has an ellipsis there.
    """
    excerpt = found.highlighted["text"][0]
    plain = unescape(excerpt.replace("<em>", "").replace("</em>", ""))
    marked = excerpt.replace("<em>", "<mark>").replace("</em>", "</mark>")
    before = "" if found.text.startswith(plain) else "… "
    after = "" if found.text.endswith(plain) else " …"
    return f"{before}{marked}{after}"
