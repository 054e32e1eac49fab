"""Which person of a body holds the office that a phrase names: "the foreign minister", "the spokesman"."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.extraction import lexicon
from archive.extraction.names.office import Office
from archive.extraction.names.people import Person
from archive.extraction.names.vocabulary import CONTEXT

# What makes a title another office (a deputy minister is not the minister); heads that mean any holder.
DISTINGUISHING, GENERAL, RANKS = CONTEXT["distinguishing"], CONTEXT["general"], CONTEXT["rank"]
# Whom a general word may mean beside its own kind: the official may be a minister.
WIDER = {
    "official": frozenset(("official", "minister", "diplomat", "spokesperson", "officer", "lawmaker")),
    "politician": frozenset(("politician", "lawmaker", "minister", "leader")),
}
STATE = frozenset(("minister", "leader", "diplomat", "official"))
COUNTERPARTS = frozenset(("counterpart", "colleague", "opposite number"))
MINISTER, HEADS = frozenset(("minister",)), ("Head", "Chief")
AMBASSADORS = frozenset(("ambassador",))
# Who are called ambassadors too.
AMBASSADORIAL = frozenset(("representative", "commissioner", "envoy", "observer"))
FOREIGN = frozenset(("foreign",))
CHANCELLORS = frozenset(lexicon.entries("chancellors.txt"))
EXACT, PART, KIND = 3.0, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a person's office fits a phrase's; `weight` above 0 fits, more fits better."""

    person: Person
    weight: float


def fits(office: Office, people: Iterable[Person]) -> list[Fit]:
    """Return the people whom `office` may mean, the best first."""
    found = []
    for person in people:
        if {office.gender, person.gender} == {"m", "f"}:
            continue
        offices = (*person.offices, person.shared) if person.shared else person.offices
        weight = max((_weight(office, held) for held in offices), default=0.0)
        if weight > 0:
            found.append(Fit(person, weight))
    owned = [fit for fit in found if fit.weight >= PART and serves(fit.person, office.country)]
    return sorted(owned or found, key=lambda fit: -fit.weight)


def serves(person: Person, country: str | None) -> bool:
    """Tell whether one of a person's offices is of `country`."""
    return country is not None and any(held.country == country for held in person.offices)


def _weight(meant: Office, held: Office) -> float:
    if meant.country and held.country and meant.country != held.country:
        return 0.0
    organizations = _organizations_agree(meant.organization, held.organization)
    if organizations is False:
        return 0.0
    weight = _title_weight(meant, held)
    if not weight:
        return 0.0
    weight += 0.5 * (meant.country is not None and meant.country == held.country)
    return weight + 0.5 * (organizations is True)


def _organizations_agree(one: str | None, other: str | None) -> bool | None:
    if not one or not other:
        return None
    first, second = set(one.lower().split()), set(other.lower().split())
    return first <= second or second <= first


def _title_weight(meant: Office, held: Office) -> float:
    one, other = meant.telling, held.telling
    if one == other:
        return EXACT
    if one == MINISTER and "prime" in other:
        return 0.0
    if one <= other:
        return PART if not DISTINGUISHING & (other - one) else KIND
    if other <= one and not DISTINGUISHING & (one - other):
        elsewhere = held.organization and not one - other - RANKS <= set(held.organization.lower().split())
        return 0.0 if elsewhere else PART
    if is_general(meant) and _kind_fits(meant, held):
        return KIND
    return _other_weight(meant, held)


def _other_weight(meant: Office, held: Office) -> float:
    """Return how well an office fits that is called otherwise: who heads a ministry, an ambassador."""
    if meant.title.lower() == "chancellor" and held.country in CHANCELLORS and "foreign" in held.telling:
        return PART
    envoy = held.holder == "diplomat" and not AMBASSADORIAL.isdisjoint(held.telling)
    if meant.telling == AMBASSADORS and envoy:
        return KIND
    if COUNTERPARTS.issuperset((meant.title.lower(), held.title.lower())):
        return PART if meant.country and meant.country == held.country else 0.0
    return PART if _is_counterpart(meant, held) or _heads_ministry(meant, held) else 0.0


def is_general(office: Office) -> bool:
    """Tell whether an office's word means holders of many offices: "diplomat", "top diplomat"."""
    return " ".join(word for word in office.title.lower().split() if word not in RANKS) in GENERAL


def _is_counterpart(meant: Office, held: Office) -> bool:
    """Tell whether "the Dutch minister" may be "her Dutch counterpart"."""
    same = meant.country is not None and meant.country == held.country
    return same and meant.holder in STATE and held.title.lower() in COUNTERPARTS


def _heads_ministry(meant: Office, held: Office) -> bool:
    """Tell whether "the foreign minister" may be "the head of the Ministry of Foreign Affairs"."""
    led = set((held.organization or "").lower().split())
    field = meant.telling - MINISTER
    return held.title in HEADS and "ministry" in led and field < meant.telling and field <= led


def _kind_fits(meant: Office, held: Office) -> bool:
    if held.title.lower() == "chancellor" and held.country in CHANCELLORS:
        return meant.holder in ("minister", "diplomat")
    if meant.title.lower().endswith("envoy"):
        return held.holder == "diplomat"
    if meant.holder == "diplomat" and held.holder == "minister":
        return bool(FOREIGN & held.telling) or "state" in held.telling
    if meant.title.lower() == "official" and meant.organization and held.holder == "minister":
        return False  # an official of a ministry is not who heads it
    if meant.title.lower() == "representative" and held.holder == "spokesperson":
        return True
    if meant.holder == "diplomat" and held.organization and held.holder in ("spokesperson", "official"):
        return "foreign" in held.organization.lower()
    return held.holder in WIDER.get(meant.holder, (meant.holder,))
