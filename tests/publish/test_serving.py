"""What is said of each kind of file that is sent."""

from campaign.publish.serving import TYPES
from campaign.workshop.gate.formats import PUBLISHED


def test_every_kind_of_file_that_may_be_published_has_a_type():
    """A browser guesses nothing (nosniff): a kind that the gate takes and no server knows would only be saved."""
    assert {f".{suffix}" for suffix in TYPES} == PUBLISHED
