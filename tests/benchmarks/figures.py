"""What was measured, and the table that says whether it is enough."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Figure = dict[str, Any]


class Figures:
    """Measured values by size, system and measure, kept as JSON lines."""

    def __init__(self, path: Path) -> None:
        self.path = path
        lines = path.read_text().splitlines() if path.exists() else []
        self._kept: dict[tuple[int, str, str], Figure] = {}
        for line in lines:
            self._remember(json.loads(line))

    def _remember(self, figure: Figure) -> None:
        self._kept[figure["articles"], figure["system"], figure["measure"]] = figure

    def add(self, articles: int, system: str, measure: str, **values: Any) -> None:
        """Note one figure and print it."""
        figure = {"articles": articles, "system": system, "measure": measure, **values}
        self._remember(figure)
        with self.path.open("a") as file:
            file.write(json.dumps(figure) + "\n")
        print(json.dumps(figure), flush=True)

    def get(self, articles: int, system: str, measure: str, value: str = "median") -> float | None:
        """Return one value; None where it was not measured."""
        figure = self._kept.get((articles, system, measure))
        return None if figure is None else figure[value]


@dataclass(frozen=True)
class Goal:
    """One line of the table: `measure` of two values or one, what it must be, and what it should be."""

    name: str
    values: tuple[float | None, ...]
    unit: str
    at_least: float
    aim: float
    work_out: Callable[..., float]
    shown: str
    higher_is_better: bool = True

    def row(self) -> str:
        """Return the line as Markdown."""
        if None in self.values:
            return f"| {self.name} | not measured | | {self._show(self.at_least)} | {self._show(self.aim)} |"
        result = self.work_out(*self.values)
        seen = " / ".join(
            f"{value:,.{2 if value < 100 else 0}f} {self.unit}".strip() for value in self.values
        )
        found = f"{self._show(result)} {self._verdict(result)}"
        return f"| {self.name} | {seen} | {found} | {self._show(self.at_least)} | {self._show(self.aim)} |"

    def _show(self, value: float) -> str:
        return self.shown.format(value)

    def _verdict(self, result: float) -> str:
        sign = 1 if self.higher_is_better else -1
        if sign * result >= sign * self.aim:
            return "(aim met)"
        return "(met)" if sign * result >= sign * self.at_least else "(**missed**)"


def _ratio(ours: float, other: float) -> float:
    return other / ours


def _alone(value: float) -> float:
    return value


def _above(ours: float, other: float) -> float:
    return ours - other


def goals(figures: Figures, small: int, middle: int, large: int) -> list[Goal]:
    """Return the lines of the table for three sizes, such as 10,000, 20,000 and 100,000 articles."""

    def both(size: int, other: str, measure: str, value: str = "median") -> tuple[float | None, float | None]:
        return figures.get(size, "ours", measure, value), figures.get(size, other, measure, value)

    def ours(measure: str, value: str = "median", size: int = large) -> float | None:
        return figures.get(size, "ours", measure, value)

    at_middle, at_large = f"at {middle:,} articles", f"at {large:,} articles"
    with_all = f"{at_large} with all statements"
    growth = ours("fixed", size=small), ours("fixed")
    page, data = ((ours(f"{kind} without hits"), ours(kind)) for kind in ("page", "data"))
    return [
        Goal(f"faceted search, warm, against stock, {at_middle}", both(middle, "stock", "warm"), "ms",
             100, 500, _ratio, "{:.0f}×"),
        Goal(f"faceted search, warm, against FTS5, {at_large}", both(large, "fts5", "warm"), "ms",
             1, 10, _ratio, "{:.1f}×"),
        Goal(f"faceted search, warm, against Tantivy, {at_large}", both(large, "tantivy", "warm"), "ms",
             1 / 3, 1, _ratio, "{:.2f}×"),
        Goal(f"first use of a term, p95, {at_large}", (ours("cold", "p95"),), "ms",
             150, 40, _alone, "{:.0f} ms", False),
        Goal(f"growth of the warm time, {small:,} to {large:,} articles", growth, "ms",
             3, 1.5, _ratio, "{:.2f}×", False),
        Goal(f"rebuild_index against stock, {at_middle}", both(middle, "stock", "rebuild", "seconds"), "s",
             12, 25, _ratio, "{:.1f}×"),
        Goal(f"an edited article shows in search, {at_large}", (ours("edit", "seconds"),), "s",
             1, 0.2, _alone, "{:.2f} s", False),
        Goal(f"memory of a web process, {at_large}", (ours("memory", "megabytes"),), "MB",
             600, 300, _alone, "{:.0f} MB", False),
        Goal(f"first use of a term among statements, p95, {with_all}",
             (figures.get(large, "statements", "cold", "p95"),), "ms", 150, 40, _alone, "{:.0f} ms", False),
        Goal(f"memory of a web process, {with_all}",
             (figures.get(large, "statements", "memory", "megabytes"),), "MB",
             600, 300, _alone, "{:.0f} MB", False),
        Goal(f"known item, mean reciprocal rank above Tantivy's, {at_middle}",
             both(middle, "tantivy", "known item", "mrr"), "", 0, 0.02, _above, "{:+.3f}"),
        Goal(f"/search/ for the first who asks, against the same without hits, {at_large}",
             page, "ms", 1.5, 1.5, _ratio, "{:.2f}×", False),
        Goal(f"/search.json, likewise, {at_large}", data, "ms", 1.5, 1.5, _ratio, "{:.2f}×", False),
        Goal(f"/search/ for the next who asks the same, {at_large}", (ours("page again"),), "ms",
             5, 1, _alone, "{:.1f} ms", False),
    ]  # fmt: skip


def table(figures: Figures, small: int, middle: int, large: int) -> str:
    """Return the table as Markdown."""
    head = "| measure | ours / the other | result | at least | aim |\n| --- | --- | --- | --- | --- |"
    return "\n".join([head, *(goal.row() for goal in goals(figures, small, middle, large))])
