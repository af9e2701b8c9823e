"""What order sheets say, in Chinese and English: a print shop reads both, whatever languages the campaign has."""

from pathlib import Path

from campaign.say.words import Table

words = Table(Path(__file__).parent)
"""A language's words by its tag."""
