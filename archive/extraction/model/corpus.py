"""Texts with labelled attributions, in the stand-off format of brat, as PolNeAR has them.

A folder holds ``text/NAME.txt`` and ``attributions/NAME_ANNOTATOR.ann``; of several annotators the first in
sorted order counts. (Newell, Margolin and Ruths, "An attribution relations corpus for political news", LREC
2018.)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.extraction import lexicon
from archive.extraction.record import Span

LABEL = re.compile(r"(?P<id>T\d+)\t(?P<kind>\S+)\ (?P<spans>\d+\ \d+(?:;\d+\ \d+)*)(?:\t|$)", re.X)
EVENT = re.compile(r"E\d+\t(?P<roles>.*)")
ROLES = ("Content", "Source", "Cue")


@dataclass(frozen=True)
class Labelled:
    """One labelled attribution, as spans of the text; `source` is None where the text names none."""

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]
    speech: bool


@dataclass(frozen=True)
class LabelledText:
    """A text with its attributions."""

    name: str
    body: str
    attributions: tuple[Labelled, ...]


def read_corpus(folder: Path) -> Iterator[LabelledText]:
    """Yield the labelled texts of a folder in the order of their names."""
    speech = _speech_pattern()
    files: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        if path.stat().st_size:
            files.setdefault(path.stem.rsplit("_", 1)[0], path)
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in files:
            body, labels = _read(path), _read(files[path.stem])
            yield LabelledText(path.stem, body, tuple(_attributions(body, labels, speech)))


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as handle:
        return handle.read()


def _speech_pattern() -> re.Pattern[str]:
    """Build the pattern of words that tell of saying, not of belief: they begin as speech_stems.txt says."""
    stems = lexicon.entries("speech_stems.txt")
    words = "|".join(re.escape(stem[:-1]) + r"\b" if stem[-1] == "." else re.escape(stem) for stem in stems)
    return re.compile(rf":|\b(?:{words})", re.IGNORECASE)


def _attributions(body: str, labels: str, speech: re.Pattern[str]) -> Iterator[Labelled]:
    spans: dict[str, list[Span]] = {}
    events = []
    for line in labels.split("\n"):
        if label := LABEL.match(line):
            pairs = (part.split() for part in label["spans"].split(";"))
            spans[label["id"]] = sorted((int(start), int(end)) for start, end in pairs)
        elif event := EVENT.match(line):
            events.append(event["roles"])
    for roles in events:
        found: dict[str, list[Span]] = {role: [] for role in ROLES}
        for part in roles.split():
            role, _, name = part.partition(":")
            found.get(role.rstrip("0123456789"), []).extend(spans.get(name, []))
        if found["Content"] and found["Cue"]:
            contents, sources, cues = (sorted(found[role]) for role in ROLES)
            saying = any(speech.search(body[start:end]) for start, end in cues)
            yield Labelled(cues[0], sources[0] if sources else None, tuple(contents), saying)
