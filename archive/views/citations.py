"""How to cite an article or a statement: in words, as BibTeX, RIS and CSL-JSON, and as files of these."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpResponse, JsonResponse

from archive.models import Article, Statement
from archive.search.periods import MONTHS, cut

from .dates import in_words

RIS = "application/x-research-info-systems"  # what reference managers are registered for
SAID = {"direct": "quoted", "mixed": "quoted in part and reported", "indirect": "reported"}
BIBTEX_SPECIAL = re.compile(r"[\\{}$&%#_~^]")
BIBTEX_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True)
class Citation:
    """What a citation says; `address` is absolute.

    A title in square brackets is the archive's: the page has none, and these are its first words (so do
    catalogues, RDA 2.2.4). The `speaker` of a statement is no author of the article: `said` is how that gives
    it, `quotation` its words.
    """

    key: str
    title: str
    publisher: str
    day: date | None
    precision: str
    address: str
    language: str = ""
    original: str = ""
    speaker: str = ""
    said: str = ""
    quotation: str = ""

    @property
    def date_words(self) -> str:
        """The date as exact as it is known."""
        return in_words(self.day, self.precision, form="plain")

    @property
    def note(self) -> str:
        """Whose words a statement is, and the words."""
        return ": ".join(filter(None, (self.speaker, self.quotation)))

    def plain(self) -> str:
        """Return the citation as one line of text."""
        said = f"{self.speaker}, {self.said} in " if self.speaker else ""
        title = self.title if self.title.startswith("[") else f"“{self.title}”"
        publisher = f"{self.publisher}, " if self.publisher else ""
        return f"{said}{title}, {publisher}{self.date_words}. Chancery, {self.address}"

    def bibtex(self) -> str:
        """Return the citation as a BibTeX entry."""
        day = cut(self.day, self.precision) or ""
        fields = {
            "title": f"{{{{{_bibtex(self.title)}}}}}",
            "journal": f"{{{_bibtex(self.publisher)}}}" if self.publisher else "",
            "year": f"{{{day[:4]}}}" if day else "",
            "month": MONTHS[int(day[5:7]) - 1] if day[5:] else "",  # macros that every style of BibTeX knows
            "date": f"{{{day}}}" if day else "",
            "url": f"{{{self.address}}}",
            "note": f"{{{_bibtex(self.note)}}}" if self.note else "",
        }
        lines = (f"  {name} = {value}" for name, value in fields.items() if value)
        kind = "article" if self.publisher else "misc"
        return f"@{kind}{{{self.key},\n" + ",\n".join(lines) + "\n}\n"

    def ris(self) -> str:
        """Return the citation in the RIS format of reference managers; lines end with CR LF as it asks."""
        day = cut(self.day, self.precision)
        fields = [
            ("TY", "NEWS"),
            ("ID", self.key),
            ("TI", self.title),
            ("T2", self.publisher),
            ("PY", day and day[:4]),
            ("DA", day and "/".join([*day.split("-"), "", ""][:3]) + "/"),
            ("LA", self.language),
            ("DB", "Chancery"),
            ("UR", self.address),
            ("L2", self.original),
            ("N1", self.note),
        ]
        lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields if value]
        return "".join(lines) + "ER  - \r\n"

    def csl(self) -> dict[str, Any]:
        """Return the citation as an item of CSL-JSON (Citation Style Language 1.0.2)."""
        day = cut(self.day, self.precision)
        fields = {
            "id": self.key,
            "type": "article-newspaper",
            "title": self.title,
            "container-title": self.publisher,
            "issued": day and {"date-parts": [[int(part) for part in day.split("-")]]},
            "language": self.language,
            "archive": "Chancery",
            "URL": self.address,
            "note": self.note,
        }
        return {name: value for name, value in fields.items() if value}


def cite_article(article: Article, address: str) -> Citation:
    """Return how to cite `article`, which readers find at the absolute `address`."""
    return Citation(
        key=f"chancery-article-{article.pk}",
        title=article.title or f"[{article.heading}]",
        publisher=article.source.name if article.source else "",
        day=article.published,
        precision=article.precision,
        address=address,
        language=article.language,
        original=article.url,
    )


def cite_statement(statement: Statement, address: str) -> Citation:
    """Return how to cite `statement`, which readers find at the absolute `address`."""
    direct = statement.kind == Statement.Kind.DIRECT
    return replace(
        cite_article(statement.article, address),
        key=f"chancery-statement-{statement.pk}",
        speaker=statement.speaker_name if statement.speaker or statement.unnamed else "",
        said=SAID[statement.kind],
        quotation=f"“{' … '.join(statement.parts())}”" if direct else statement.text,
    )


def bibtex_file(citation: Citation) -> HttpResponse:
    """Answer a BibTeX file."""
    return _file(HttpResponse(citation.bibtex()), "application/x-bibtex", f"{citation.key}.bib")


def ris_file(citation: Citation) -> HttpResponse:
    """Answer an RIS file."""
    return _file(HttpResponse(citation.ris()), RIS, f"{citation.key}.ris")


def csl_file(citation: Citation) -> HttpResponse:
    """Answer a CSL-JSON file: a list of one item."""
    answer = JsonResponse([citation.csl()], safe=False, json_dumps_params={"ensure_ascii": False})
    return _file(answer, "application/vnd.citationstyles.csl+json", f"{citation.key}.csl.json")


def _file(response: HttpResponse, content_type: str, name: str) -> HttpResponse:
    response["Content-Type"] = f"{content_type}; charset=utf-8"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _bibtex(text: str) -> str:
    """Return `text` on one line with BibTeX's and LaTeX's own signs made harmless."""
    return BIBTEX_SPECIAL.sub(
        lambda sign: BIBTEX_ESCAPES.get(sign[0], "\\" + sign[0]), " ".join(text.split())
    )
