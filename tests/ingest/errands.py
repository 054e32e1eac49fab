"""Tasks for other processes."""

import os
import signal

DEADLY = 3


def double(numbers):
    """Return each number doubled; die of one of them."""
    if DEADLY in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return [number * 2 for number in numbers]


def fail(numbers):
    """Do as a task with a fault does."""
    raise ValueError("a fault")
