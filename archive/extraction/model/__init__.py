"""A small linear model beside the rules: it decides on what they propose. `decide` is the only door.

Trained by ``python -m archive.extraction.model.train CORPUS`` on texts with labelled attributions; it ships
as words.tsv and weights.npz.
"""

from archive.extraction.model.deciding import decide

__all__ = ["decide"]
