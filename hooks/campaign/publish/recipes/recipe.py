"""What a recipe is filled with: the site's address, where it stands on the server, and what its pages may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from campaign.channels.site import policy_headers
from campaign.kinds import Campaign, urls

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""Sent with every answer; what pages may load, and who may frame them, is told apart."""
STRICT_TRANSPORT = "max-age=31536000"
"""For a host of our own alone: printed codes say https, so nothing ever needs http."""


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """id: the campaign's; a host may have several sites, and the names that a recipe makes up must be its own.

    host: the site's name, ASCII, with its port where it has one; path: its decoded folder there, `/` or `/zt/week/`.

    languages: the folders of the languages besides the first, `en/`; folder: where the server has the releases, with
    `current` in it; policy, embed_policy: Content-Security-Policy of every page, and of what other sites may frame.
    brotli: whether nginx has the module by which it sends .br files.
    """

    id: str
    host: str
    path: str
    languages: tuple[str, ...]
    folder: str
    policy: str
    embed_policy: str
    headers: Mapping[str, str]
    brotli: bool = True

    @property
    def own_host(self) -> bool:
        """Whether the site has a host of its own, so that all of it may be told what to do."""
        return self.path == "/"

    @property
    def variable(self) -> str:
        """How names of nginx variables begin, which have no hyphen; an id has no underscore."""
        return "campaign_" + self.id.replace("-", "_")

    @property
    def snippet(self) -> str:
        """The name of Caddy's snippet, and how those of its parts begin."""
        return f"campaign-{self.id}"

    @property
    def url_path(self) -> str:
        """The path without its last slash; nothing for a host of its own."""
        return self.path.removesuffix("/")

    @property
    def embeds(self) -> str:
        """Where what other sites frame stands, from the host's root."""
        return self.path + urls.EMBEDS


def recipe(campaign: Campaign, *, folder: str, brotli: bool = True) -> Recipe:
    """What the recipes of a campaign are filled with; folder: where the server has the releases."""
    split = urlsplit(campaign.campaign.site_address)
    policies = policy_headers(campaign)
    roots = (urls.language_root(language, campaign.languages) for language in campaign.languages)
    return Recipe(
        id=campaign.campaign.id,
        host=split.netloc,
        path=unquote(split.path) or "/",
        languages=tuple(filter(None, roots)),
        folder=folder.rstrip("/"),
        policy=policies[""],
        embed_policy=policies[urls.EMBEDS],
        headers=HEADERS,
        brotli=brotli,
    )
