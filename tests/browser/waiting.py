"""Waiting for a page: asked from outside, because its policy forbids making code of text inside it."""

import time

PATIENCE_S = 30
PAUSE_S = 0.05


def until(page, expression):
    """Wait until an expression holds in the page; playwright's own way evaluates text, which the policy blocks."""
    end = time.monotonic() + PATIENCE_S
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never: {expression}"
        time.sleep(PAUSE_S)
