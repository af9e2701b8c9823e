"""Mended lines to trees that remember where each key and value stands."""
