"""The words of messages: their own sentences, beside those of all channels."""

from pathlib import Path

from campaign.say.words import Table

words = Table(Path(__file__).parent)
"""The words of messages in a language."""
