"""Is this Lavrov that Lavrov? Which rows the names in a Record mean, and new rows where the archive has none.

A wrong merge is worse than two rows: where the evidence does not decide, two stay two until an editor merges
them. What an editor said (`Identification`, a confirmed name) goes before all rules.
"""

from .events import identify_events
from .known import KnownPeople
from .organizations import identify_organizations
from .parties import Known, Parties, identify_parties
from .people import identify_people

__all__ = [
    "Known",
    "KnownPeople",
    "Parties",
    "identify_events",
    "identify_organizations",
    "identify_parties",
    "identify_people",
]
