"""Personal data: numbers, mailboxes and ids of single people in a text that is to be published, however written."""

from campaign.say.personal.finding import NEVER, Found, find, find_in_markup
from campaign.say.personal.telling import ALLOWED, NAME, RENAME, problem_hint, told
from campaign.say.personal.values import value_of

__all__ = ["ALLOWED", "NAME", "NEVER", "RENAME", "Found", "find", "find_in_markup", "problem_hint", "told", "value_of"]
