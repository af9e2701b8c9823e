"""Headers: what the server of the site is to send with its files, so that a browser holds each to its policy."""

from __future__ import annotations

from campaign.core import policy
from campaign.kinds import Campaign, urls


def policy_headers(campaign: Campaign) -> dict[str, str]:
    """The value of `Content-Security-Policy` for each part of the site, by its path from the site's root.

    "" is all of the site; a longer path overrides it for what is below. Only who may frame a page differs from part to
    part, and nothing changes when the site is made anew.
    """
    hosts = campaign.campaign.embed_hosts
    framed_by = " ".join(["'self'", *(f"{scheme}://{host}" for host in hosts for scheme in ("https", "http"))])
    return {"": policy.header(), urls.EMBEDS: policy.header(framed_by=framed_by if hosts else "")}
