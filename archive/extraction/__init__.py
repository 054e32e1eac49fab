"""Pages into Records. Pure Python: no Django, no files, no clock, no network. `extract` is the only door."""
