"""What the documents show is what the program does."""

import json
import re
from pathlib import Path

import pytest

from archive.extraction.lexicon import FOLDER
from tests.extraction.pages import extracted

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
EXTRACTION = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PATH = re.compile(r"`((?:archive|tests|docs|templates|static)/[\w./]+)`")
WORD_LIST = re.compile(r"`(\w+\.t(?:xt|sv))`")


def block(document: str, language: str) -> str:
    """Return what stands in the first fenced block of its language."""
    return document.partition(f"```{language}\n")[2].partition("```")[0]


def test_the_page_that_is_walked_through_gives_the_statement_that_is_shown():
    shown = json.loads(block(EXTRACTION, "json"))
    record = extracted(block(EXTRACTION, "text")).as_dict()
    assert shown in [{key: one[key] for key in shown} for one in record["statements"]]
    assert (len(record["statements"]), len(record["boilerplate"])) == (3, 6)
    assert record["published"]["date"] == "2019-03-04"


def test_the_word_lists_that_are_named_are_there():
    named = set(WORD_LIST.findall(EXTRACTION)) - {"page.txt"}
    assert named and not {name for name in named if not (FOLDER / name).exists()}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_links_to_is_there(document: Path):
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_names_of_the_checkout_is_there(document: Path):
    named = PATH.findall(document.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []
