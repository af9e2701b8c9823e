"""The project a command is run in: its campaign, read on the day of the command, and its finished outputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from campaign import builder, history, paper
from campaign.channels import Commission, screens
from campaign.core.context import BuildContext
from campaign.core.problems import CampaignDataError
from campaign.paper import ledger
from campaign.read import Reading, read_folder

RELEASE = Path("release")
SITE = Path("site")
DOCS = Path("docs")
THEME = Path(builder.THEME)


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


def known(folder: Path, seen: Iterable[ledger.Witness] = ()) -> ledger.Ledger:
    """The ledger of a campaign's folder; CampaignDataError where it isn't sound, or lacks what others saw.

    seen: who else saw it, besides those that are always asked.
    """
    found = ledger.load(folder, shown_as=folder.as_posix())
    problems = ledger.doubts(
        found, [*witnesses(folder), *seen], signers=signers(folder) or (), shown_as=folder.as_posix()
    )
    if problems:
        raise CampaignDataError(problems)
    return found


def signers(folder: Path) -> tuple[str, ...] | None:
    """Whose signature the ledger must bear; None while the campaign can't be read."""
    try:
        return reading(folder).campaign.campaign.ledger.signers
    except CampaignDataError:
        return None


def seal(folder: Path, known: ledger.Ledger) -> list[ledger.Entry]:
    """The office's signature behind a ledger, where its campaign names signers. CampaignDataError without a key."""
    of = reading(folder)
    whose, path = of.campaign.campaign.ledger.signers, (folder / "campaign.yml").as_posix()
    return ledger.seal(known, whose, today=context(of).today, path=path)


def witnesses(folder: Path) -> list[ledger.Witness]:
    """Who else saw the ledger of a campaign's folder."""
    return ledger.witnesses(folder, RELEASE, SITE)
