"""Every colour of the project: those of figures, those behind marked words, and what each becomes on a dark page.

The colours of figures are those of Okabe and Ito (2008), which people with colour-blindness can tell apart;
shape or hatching says the same again. The tints stand behind dark letters, also on a dark page.
"""

import re

__all__ = [
    "COLOURS",
    "GREY",
    "GUIDE",
    "HATCHED",
    "INK",
    "LIGHT",
    "LINE",
    "PAPER",
    "PUBLICATION",
    "QUIET",
    "SPARE",
    "TINTS",
    "WHOLE",
    "for_dark_pages",
    "tint",
]

INK, QUIET, PAPER = "#222222", "#6B6B6B", "#FFFFFF"
# lines that guide the eye, from the strongest to the faintest
SPARE, GUIDE, LINE, WHOLE = "#B5B5B5", "#D0D0D0", "#E3E3E3", "#ECECEC"
GREY, LIGHT = "#7A7A7A", "#CFE3F1"
HATCHED = "#FBE3B0"  # under the hatching of what is stated, recommended or read by others
COLOURS = {
    "blue": "#0072B2",
    "orange": "#E69F00",
    "green": "#009E73",
    "vermillion": "#D55E00",
    "sky": "#56B4E9",
    "purple": "#CC79A7",
    "yellow": "#F0E442",
    "black": "#000000",
}
PUBLICATION = COLOURS["purple"]  # of an article, in every calendar

# Behind marked words, by what they are: light enough for dark letters.
_TINTS = {
    "blue": "#BFE0F5",
    "green": "#BDE5D8",
    "orange": "#F9DDB1",
    "yellow": "#F6E9A8",
    "red": "#F6CDB4",
    "purple": "#EAD7EE",
    "grey": "#E6E6E6",
    "cream": "#F5F0DC",
}
TINTS = {
    "on the calendar": _TINTS["blue"],
    "length of time": _TINTS["green"],
    "vague": _TINTS["grey"],
    "count": _TINTS["blue"],
    "percentage": _TINTS["yellow"],
    "other unit": _TINTS["green"],
    "named body": _TINTS["grey"],
    "described body": _TINTS["cream"],
    "reported": _TINTS["blue"],
    "planned": _TINTS["green"],
    "recommended": _TINTS["orange"],
    "denied": _TINTS["red"],
    "speaker": _TINTS["purple"],
    "statement": _TINTS["yellow"],
    "missed": _TINTS["blue"],
    "false": _TINTS["yellow"],
    "corroborated": _TINTS["green"],
    "differs": _TINTS["yellow"],
    "contradicted": _TINTS["red"],
    "not found": _TINTS["blue"],
    "not checkable": _TINTS["grey"],
}

# What a colour of a figure becomes on a dark page. Those not named are bright enough to stay.
_DARK = {
    INK: "#ECECEC",
    QUIET: "#B4B4B4",
    PAPER: "#16181B",
    SPARE: "#6F7377",
    GUIDE: "#55595E",
    LINE: "#3B3F44",
    WHOLE: "#2B2F34",
    GREY: "#9AA0A6",
    LIGHT: "#23445A",
    HATCHED: "#4A3A10",
    COLOURS["blue"]: "#4FA8DE",
    COLOURS["sky"]: "#2A6A94",
    COLOURS["green"]: "#2FBF94",
    COLOURS["vermillion"]: "#F0813A",
    COLOURS["black"]: "#ECECEC",
}
_NAMES = {light.lower(): f"--c{light[1:].lower()}" for light in _DARK}


def tint(kind: str) -> str:
    """The colour behind words of a kind; grey for a kind that has none of its own."""
    return TINTS.get(kind, _TINTS["grey"])


def for_dark_pages(svg: str) -> str:
    """A picture whose colours follow the page: light as drawn, dark where the reader prefers that."""
    found = sorted({colour.lower() for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", svg)} & set(_NAMES))
    dark = {light.lower(): value for light, value in _DARK.items()}
    # white letters stand on a dark bar, and dark letters on a light one: they follow the page like all others
    rules = "".join(f"{_NAMES[colour]}:{dark[colour]};" for colour in found)
    styled = re.sub(
        r"""(?:(?<=: )|(?<=="))#[0-9A-Fa-f]{6}\b""",
        lambda match: (
            f"var({_NAMES[match[0].lower()]},{match[0]})" if match[0].lower() in _NAMES else match[0]
        ),
        svg,
    )
    style = f"<style>@media screen and (prefers-color-scheme: dark) {{svg{{{rules}}}svg text:not([style*='fill:']){{fill:{_DARK[INK]}}}}}</style>"
    return re.sub(r"(<svg\b[^>]*>)", rf"\1{style}", styled, count=1)
