"""What an article makes of its names: agencies linked to one body each, who says what, and who did what.

Joins the candidates of `helpers.names` with the grammar of `helpers.clauses`: mentions, titles, quotations,
statements, speakers and roles.
"""

from helpers.agencies.agency_rows import AgencyRow
from helpers.agencies.mentions import read_agencies
from helpers.agencies.roles import RoleRow, read_roles
from helpers.agencies.speakers import SpeakerRow
from helpers.agencies.statements import StatementRow
from helpers.agencies.voices import Parses, Voices, read_voices, to_parse

__all__ = [
    "AgencyRow",
    "Parses",
    "RoleRow",
    "SpeakerRow",
    "StatementRow",
    "Voices",
    "read_agencies",
    "read_roles",
    "read_voices",
    "to_parse",
]
