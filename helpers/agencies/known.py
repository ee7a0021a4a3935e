"""The people of an article as far as it has been read: by name, by what they are, and whom "he" or "she" means."""

from dataclasses import dataclass, field

from helpers.agencies.people import bare_name

__all__ = ["Known", "One"]

One = tuple[str, str, str]  # name (empty for somebody without one), title or description, body


@dataclass
class Known:
    """The people of an article as far as it has been read."""

    full: dict[str, list[One]] = field(default_factory=dict)  # last name -> name, title, body
    recent: One | None = None  # whom "he" or "she" means
    age: int = 0  # sentences since then
    asking: One | None = None  # whose question it is in a call with the press
    spoke: set[str] = field(default_factory=set)  # names of those who have spoken

    def add(self, name: str, title: str, organisation: str) -> One:
        """Remembers a person; what was known of them before is kept."""
        same = self.full.setdefault(bare_name(name), [])
        for place, (other, known_title, body) in enumerate(same):
            if other == name:
                same[place] = (name, known_title or title, body or organisation)
                return same[place]
        same.append((name, title, organisation))
        return same[-1]

    def of(self, name: str) -> One | None:
        """The one person whom a shorter name means; None if two share it."""
        fitting = [one for one in self.full.get(bare_name(name), ()) if one[0].endswith(name)]
        return fitting[0] if len({one[0] for one in fitting}) == 1 else None

    def by_title(self, noun: str) -> One | None:
        """The one person whose title ends in a noun or begins with it: "the sheriff" after Sheriff Jo Sample."""
        every = {one[0]: one for same in self.full.values() for one in same if one[0]}
        fitting = [one for one in every.values() if noun in one[1].lower().split()]
        return fitting[0] if len(fitting) == 1 else None
