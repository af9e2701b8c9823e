"""The project a command is run in: its campaign, read on the day of the command, and its finished outputs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from campaign import builder, history, paper
from campaign.channels import Commission, screens
from campaign.core.context import BuildContext
from campaign.paper import ledger
from campaign.read import Reading, read_folder

RELEASE = Path("release")
SITE = Path("site")
DOCS = Path("docs")


def reading(folder: Path) -> Reading:
    """The campaign of a folder, shown as it was typed. CampaignDataError with every problem."""
    settle(folder)
    return read_folder(folder, shown_as=folder.as_posix())


def settle(folder: Path) -> None:
    """Finish what a killed command began in the campaign's folder."""
    builder.settle(folder / screens.NOTICE_FILE, folder.parent / SITE)


def context(of: Reading, *, cleared: bool = False) -> BuildContext:
    """What a build of the campaign would know now; cleared: for print and air."""
    head = of.campaign.campaign
    return BuildContext(today=builder.today(head.time_zone), site_address=head.site_address, release=cleared)


def commission(
    of: Reading, context: BuildContext, imprints: Mapping[tuple[str, str], paper.Imprint], folder: Path
) -> Commission:
    """What the channels are asked to plan of a campaign; imprints: what goes on paper, by kind and id."""
    return Commission(
        campaign=of.campaign,
        context=context,
        imprints=imprints,
        folder=folder.absolute(),
        places=of.places,
        now=builder.moment(of.campaign.campaign.time_zone),
    )


def sites() -> list[Path]:
    """Where a copy of what was published is kept besides the campaign's folder."""
    return history.sites(RELEASE, SITE)


def docs() -> Path | None:
    """The folder of hand-written pages; None where there is none."""
    return DOCS if DOCS.is_dir() else None


def witnesses() -> list[Path]:
    """Where the ledger's head is kept besides the campaign's folder."""
    return ledger.witnesses(RELEASE, SITE)
