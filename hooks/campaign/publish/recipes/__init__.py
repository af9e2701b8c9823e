"""Recipes: what a web server is told so that a published site is served as it is meant; for nginx and Caddy."""

from campaign.publish.recipes.recipe import Recipe, recipe
from campaign.publish.recipes.writing import written

__all__ = ["Recipe", "recipe", "written"]
