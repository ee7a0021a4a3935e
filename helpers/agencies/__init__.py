"""What an article makes of its names: agencies linked to one body each, people who speak, and who did what.

Joins the candidates of `helpers.names` with the actions of `helpers.clauses`: mentions, titles, speakers and
roles.
"""

from helpers.agencies.mentions import AgencyRow, needs_parse, read_agencies
from helpers.agencies.roles import RoleRow, read_roles
from helpers.agencies.speakers import SpeakerRow, read_speakers

__all__ = [
    "AgencyRow",
    "RoleRow",
    "SpeakerRow",
    "needs_parse",
    "read_agencies",
    "read_roles",
    "read_speakers",
]
