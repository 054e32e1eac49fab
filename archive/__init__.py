"""Chancery: a searchable archive of diplomatic news."""

import os

# Numpy's matrix products here are small: to wake a thread on every core for each costs more than it saves.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
