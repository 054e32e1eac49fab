"""Charts with a lane for each speaker."""

from archive.search.results import Period
from archive.views.lanes import draw
from archive.views.scales import Scale


def periods(**counts: int) -> list[Period]:
    return [Period(name[1:].replace("_", "-"), count) for name, count in counts.items()]


def drawn(scale: Scale, *rows: tuple[str, list[Period]]):
    return draw(rows, scale, lambda period: f"?{period}")


def test_long_times_have_bands_of_years_with_bars_of_months():
    rows = periods(m2010_03=2, m2010_12=4, m2014_01=1)
    chart = drawn(Scale.of("2010-03", "2014-01", daily=False), ("", rows))
    assert [(band.words, band.href) for band in chart.bands if band.href] == [
        ("2010: 6", "?2010"), ("2014: 1", "?2014")
    ]  # fmt: skip
    assert [band.label for band in chart.bands] == ["2010", "2011", "2012", "2013", "2014"]
    assert (chart.bands[0].x, chart.bands[0].width) == ("0.00%", "20.00%")
    assert chart.steps == 60 and chart.lanes[0].path == "M2 60v-30h1V60M11 60v-60h1V60M48 60v-15h1V60"


def test_a_year_or_two_have_bands_of_months_and_two_months_of_days():
    chart = drawn(Scale.of("2014", "2015"), ("", periods(m2014_01=1, m2015_12=1)))
    assert len(chart.bands) == 24 and chart.bands[0].label == "Jan 2014" and chart.bands[3].label == "Apr"
    chart = drawn(Scale.of("2014-01-30", "2014-02-02"), ("", periods(m2014_01_31=1)))
    assert [band.label for band in chart.bands] == ["30", "31", "1", "2"]
    assert (chart.bands[1].x, chart.bands[1].width) == ("25.00%", "25.00%")


def test_lanes_stand_below_each_other_and_share_one_measure():
    rows = ("Berg", periods(m2014_01=8)), ("Zorn", periods(m2014_01=2, m2014_02=1))
    chart = drawn(Scale.of("2014", "2014"), *rows)
    assert chart.bands[0].words == "January 2014: Berg 8, Zorn 2"
    berg, zorn = chart.lanes
    assert (berg.path, zorn.path) == ("M0 34v-34h1V34", "M0 34v-8h1V34M1 34v-4h1V34")
    assert berg.base < zorn.top and zorn.base == chart.axis < chart.height


def test_the_smallest_bar_is_seen_and_the_end_of_time_is_drawn():
    chart = drawn(Scale.of("0001", "9999"), ("", periods(m0001_01=1, m9999_12=100_000)))
    assert [band.words for band in chart.bands] == ["0001: 1", "9999: 100,000"]
    assert chart.lanes[0].path == "M0 60v-2h1V60M119987 60v-60h1V60"
