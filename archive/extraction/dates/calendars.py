"""The days of the Gregorian calendar, and of others where they tell a day for sure.

The Islamic lunar calendar does not: its months begin when the moon is seen.
"""

from datetime import date

BUDDHIST = 543  # years before the common era; Thailand's year begins in January since 1941
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}  # the year before its first
LONG_MONTHS = 6  # of the Persian year, of 31 days; the others have 30
PERSIAN_CYCLE = 33  # years, of which eight are leap years (Borkowski, 1996; right from 1178 to 1633)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day of a Gregorian date; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def from_persian(year: int, month: int, day: int) -> date | None:
    """Return the day of a Persian (solar Hijri) date; None where there is no such day."""
    if not (1178 <= year <= 1633 and 1 <= month <= 12 and 1 <= day <= (31 if month <= LONG_MONTHS else 30)):
        return None
    return _persian(year, month, day) if (month, day) != (12, 30) or _is_leap(year) else None


def _is_leap(year: int) -> bool:
    return (_persian(year + 1, 1, 1) - _persian(year, 1, 1)).days > 365


def _persian(year: int, month: int, day: int) -> date:
    passed = year + 1595
    leaps = passed // PERSIAN_CYCLE * 8 + (passed % PERSIAN_CYCLE + 3) // 4
    months = 31 * (month - 1) - max(0, month - 1 - LONG_MONTHS)
    return date.fromordinal(365 * passed + leaps + months + day - 355_668 - 365)


def from_buddhist(year: int, month: int, day: int) -> date | None:
    """Return the day of a date whose year is counted from the Buddha's death."""
    return day_of(year - BUDDHIST, month, day)


def from_era(era: str, year: int, month: int, day: int) -> date | None:
    """Return the day of a date whose year is counted from an emperor's accession, or the republic's."""
    return day_of(ERAS[era] + year, month, day)
