"""What posters alone say, and the words of all channels with it."""

from pathlib import Path

from campaign.say.words import Table

words = Table(Path(__file__).parent)
"""A language's words by its tag."""
