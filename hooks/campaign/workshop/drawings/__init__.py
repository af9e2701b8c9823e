"""Drawings of somebody's: an SVG as it may be published, and nothing in it that acts, fetches or tells."""

from campaign.workshop.drawings.baring import UnfitDrawingError, bare

__all__ = ["UnfitDrawingError", "bare"]
