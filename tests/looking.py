"""What keeps a test from passing by looking at nothing."""


def some(found):
    """What was found, as a list, which may not be empty: for every loop that a test's assertions stand in."""
    listed = list(found)
    assert listed, "the test looked at nothing"
    return listed
