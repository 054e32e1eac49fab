"""Who may import whom: the rooms of the house, and the doors between them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ARCHIVE = Path(__file__).parent.parent / "archive"
# Each room with all that it may import of the archive; what is not named here, no room may import.
DOORS = {
    "reading": ("archive.reading",),
    "extraction": ("archive.extraction", "archive.reading.page"),
    "models": ("archive.models",),
    "search": ("archive.search", "archive.models"),
    "ingest": (
        "archive.ingest",
        "archive.models",
        "archive.extraction",
        "archive.reading",
        "archive.search.keeping_up",
        "archive.search.queue",
    ),
    "records": ("archive.records", "archive.models", "archive.search.periods"),
    "views": (
        "archive.views",
        "archive.models",
        "archive.records",
        "archive.search",
        "archive.reading",
        "archive.extraction.extract",
        "archive.extraction.sentences",
    ),
    "api": ("archive.api", "archive.models", "archive.records", "archive.search"),
    "admin": ("archive.admin", "archive.models", "archive.ingest"),
    "evaluation": ("archive.extraction", "archive.reading"),
    "templatetags": ("archive.templatetags", "archive.views", "archive.search", "archive.models"),
}
# Extraction from the ground up: each of its parts may import only those before it.
STAGES = (
    "lexicon",
    "record",
    "dates",
    "cleaning",
    "sentences",
    "verbs",
    "language",
    "names",
    "dating",
    "attribution",
    "model",
    "statements",
    "events",
    "stages",
)


@cache
def imports(path: Path) -> set[str]:
    """Return the modules that a file imports, those within its own package by their whole name."""
    package = path.relative_to(ARCHIVE.parent).with_suffix("").parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            holds_rooms = module in ("archive", "archive.extraction")
            found |= {f"{module}.{name.name}" for name in node.names} if holds_rooms else {module}
    return found


def is_within(module: str, rooms: tuple[str, ...]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def files_of(room: str) -> list[Path]:
    return sorted((ARCHIVE / room).rglob("*.py"))


@pytest.mark.parametrize("room", DOORS)
def test_a_room_imports_only_from_rooms_below_it(room: str) -> None:
    ours = {path: {m for m in imports(path) if is_within(m, ("archive",))} for path in files_of(room)}
    wrong = {path: {m for m in modules if not is_within(m, DOORS[room])} for path, modules in ours.items()}
    assert {path: modules for path, modules in wrong.items() if modules} == {}


def test_every_part_of_extraction_has_its_place_in_the_order_of_stages() -> None:
    parts = {path.stem for path in (ARCHIVE / "extraction").glob("[!_.]*")}
    assert parts == set(STAGES)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_of_extraction_imports_only_from_those_before_it(stage: str) -> None:
    room = ARCHIVE / "extraction"
    files = [path for path in [room / f"{stage}.py", *(room / stage).rglob("*.py")] if path.exists()]
    before = STAGES[: STAGES.index(stage) + 1]
    allowed = ("archive.reading.page", *(f"archive.extraction.{name}" for name in before))
    ours = {module for path in files for module in imports(path) if is_within(module, ("archive",))}
    assert [module for module in ours if not is_within(module, allowed)] == []


@pytest.mark.parametrize("room", ["reading", "extraction"])
def test_reading_and_extraction_know_nothing_of_django(room: str) -> None:
    assert [path for path in files_of(room) if any(is_within(m, ("django",)) for m in imports(path))] == []


def test_nothing_but_the_engine_knows_whoosh() -> None:
    engine = ARCHIVE / "search" / "engine"
    files = [path for path in ARCHIVE.rglob("*.py") if engine not in path.parents]
    assert [path for path in files if any(is_within(m, ("whoosh",)) for m in imports(path))] == []


def test_nothing_but_the_settings_reads_the_environment() -> None:
    readers = [path for path in ARCHIVE.rglob("*.py") if "environ.get" in path.read_text(encoding="utf-8")]
    assert readers == [ARCHIVE / "settings.py"]


def _patterns(path: Path) -> Iterator[str]:
    """Yield the strings in the calls of `re` in a file."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re."):
            parts = (part for argument in call.args for part in ast.walk(argument))
            yield from (str(part.value) for part in parts if isinstance(part, ast.Constant))


def test_no_group_of_a_pattern_is_possessive() -> None:
    """Before 3.11.5, Python forgets to go back where such a group fails midway (CPython's issue 106052)."""
    possessive = re.compile(r"\)(?:[*+?]|\{[\d,{}]+\})\+|\(\?>")
    patterns = {path: "".join(_patterns(path)) for path in ARCHIVE.rglob("*.py")}
    assert [path for path, written in patterns.items() if possessive.search(written)] == []
