"""One process that brings the index up to date while others store: in few large steps."""

from collections.abc import Callable
from time import monotonic

from .queue import count_waiting, drain
from .turn import attending

LOOK = 2.0  # seconds between two looks at what waits
ENOUGH = 500  # articles that are worth a step of their own
LONGEST = 30.0  # seconds that fewer of them wait
IN_TIME = 60.0  # seconds, at least, before the index is told again of what nobody waits for …
IN_TIME_SHARE = 10  # … and so many times as long as that took


def keep_up(is_over: Callable[[float], bool]) -> None:
    """Tell the index of what is stored, until `is_over`, which waits for the seconds it is given.

    Articles that only show a name that another article brought are told of now and then: else who is named in
    most articles would have them told of again and again.
    """
    stepped = told_all = monotonic()
    pause = IN_TIME
    while not is_over(LOOK):
        with attending() as ours:
            if not ours:
                continue
            waiting, now = count_waiting(), monotonic()
            if now - told_all > pause:
                drain(batch=ENOUGH)
                stepped = told_all = monotonic()
                pause = max(IN_TIME, IN_TIME_SHARE * (told_all - now))
            elif waiting >= ENOUGH or (waiting and now - stepped > LONGEST):
                drain(batch=ENOUGH, in_time=False)
                stepped = monotonic()
