"""Chancery: a searchable archive of diplomatic news."""

import gc
import os

# Numpy's matrix products here are small: to wake a thread on every core for each costs more than it saves.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A page makes thousands of small objects, hardly any in a ring, beside word lists that stay: Python's usual
# search for rings after every 700 of them (2,000 from 3.14 on) takes a tenth of the time of `extract`.
gc.set_threshold(50_000, 20, 20)
