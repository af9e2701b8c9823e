"""The plan: the official document whole and in its own order, put together from the records that hold its parts."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels.site.edition import Edition
from campaign.core.artifact import Page, Source
from campaign.kinds import urls


def pages(edition: Edition) -> Iterator[Page]:
    """The one page, where the campaign has its plan's text."""
    plan = edition.campaign.plan
    if plan is None:
        return
    yield edition.page(
        urls.page("plan"),
        "plan",
        title=edition.text(plan.plan_title),
        description=edition.words.plan_description.format(title=edition.text(plan.called)),
        source=Source(kind="plan"),
        edit_path="plan.yml",
        plan=plan,
        contact=edition.campaign.contact(plan.contact) if plan.contact else None,
    )
