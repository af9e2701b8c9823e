"""`make bench`: what a first view costs a phone on a slow line; beside bare Material and pretalx.

Each site is built anew from the same events, served by a local server with gzip over HTTP/1.1, and seen in Chromium
with nothing cached, in alternating rounds. Prints medians as a Markdown table. `--rounds 1` for a quick look.
"""

import argparse
import datetime
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "hooks"), str(HERE.parent)]

from campaigns import DATA, bare_projects  # noqa: E402
from peer import LOCK, pretalx_site  # noqa: E402
from phone import SLOW_4G, SLOW_4G_HANDSHAKES, SLOWER_CPU, chromium, first_view  # noqa: E402
from serving import Server, serve  # noqa: E402

from campaign.builder import first_job  # noqa: E402
from campaign.builder.host import command  # noqa: E402
from campaign.kinds import urls  # noqa: E402
from projects import build_environment, built  # noqa: E402

PAGES = ("event", "home", "programme")
AIM_BYTES, AIM_LCP_MS = 80_000, 1_800
HEAD = "| page | gzip KB | requests | other hosts | search index | LCP ms | LCP ms, handshakes | layout shift |"


@dataclass(frozen=True)
class Seen:
    """A site to look at: its name in the table, its server, and the path of each page on it."""

    name: str
    server: Server
    paths: dict[str, str]
    ours: bool = False


def own_paths(event, root=""):
    """Our pages, which bare Material's project has at the same addresses."""
    return {page: root + urls.page(page, event if page == "event" else "") for page in PAGES}


def bare_site(folder):
    """Bare Material's site in the campaign's first language."""
    project = next(iter(bare_projects(folder, DATA).values()))
    subprocess.run(
        command("build", "--quiet"), cwd=project, env=build_environment(), check=True, stdout=subprocess.DEVNULL
    )
    return project / "site"


def sites(folder, campaign, stack):
    """Every site, built and served until the stack closes. All show the same event: the first by its id."""
    language, *others = campaign.languages
    event = min(event.id for event in campaign.events)
    ours = stack.enter_context(serve(built(folder / "press")))
    bare = stack.enter_context(serve(bare_site(folder / "bare")))
    exported, paths = pretalx_site(folder / "pretalx", campaign, language)
    peer = stack.enter_context(serve(exported))
    peer_paths = {"event": paths[event], "home": paths["home"], "programme": paths["programme"]}
    return [
        Seen(f"bare Material {version('mkdocs-material')}", bare, own_paths(event)),
        Seen(f"pretalx {_locked('pretalx')}", peer, peer_paths),
        Seen(f"campaign press, {language}", ours, own_paths(event), ours=True),
        *(Seen(f"campaign press, {tag}", ours, own_paths(event, f"{tag}/"), ours=True) for tag in others),
    ]


def _locked(name):
    """The version that a lock names."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return next(line.split("==")[1].split()[0] for line in lines if line.startswith(f"{name}=="))


def look(browser, wanted, rounds):
    """Every page of every site, so many times on either line: (page, site's name) -> two lists of views."""
    views = {(page, seen.name): ([], []) for page in PAGES for seen in wanted}
    for number in range(rounds):
        print(f"round {number + 1}/{rounds}", file=sys.stderr, flush=True)
        for page in PAGES:
            for seen in wanted:
                for line, kept in zip((SLOW_4G, SLOW_4G_HANDSHAKES), views[page, seen.name], strict=True):
                    kept.append(first_view(browser, seen.server, seen.paths[page], line=line))
    return views


def median(views, name):
    return statistics.median(getattr(view, name) for view in views)


def row(label, quick, slow):
    """One line of the table; what differs from view to view is a median, a request to another host is never lost."""
    return (
        f"| {label} | {median(quick, 'sent') / 1000:.1f} | {median(quick, 'requests'):.0f} "
        f"| {max(view.outside for view in quick + slow)} | {'fetched' if any(v.index for v in quick) else 'no'} "
        f"| {median(quick, 'lcp_ms'):,.0f} | {median(slow, 'lcp_ms'):,.0f} | {median(quick, 'shift'):.3f} |"
    )


def tell(views, wanted):
    """The table, what was painted largest, and whether the aims are reached."""
    print(f"\n{HEAD}\n|{'---|' * HEAD.count(' |')}")
    for (page, name), (quick, slow) in views.items():
        print(row(f"{page}, {name}", quick, slow))
        for view in (one for one in quick + slow if one.missing):
            print(f"{page}, {name}: {view.missing} requests found nothing", file=sys.stderr)
    largest = {}
    for (page, name), (quick, _) in views.items():
        largest.setdefault(quick[0].what, []).append(f"{page}, {name}")
    print("\nLargest element painted: " + ". ".join(f"`{what}`: {'; '.join(on)}" for what, on in largest.items()))
    ours = {key: views[key][0] for key in views if key[1] in {seen.name for seen in wanted if seen.ours}}
    heaviest = max(median(kept, "sent") for (page, _), kept in ours.items() if page == "event")
    slowest = max(median(kept, "lcp_ms") for kept in ours.values())
    print(f"\nOurs: heaviest event page {heaviest / 1000:.1f} KB (aim {AIM_BYTES / 1000:.0f}), ", end="")
    print(f"slowest of all pages {slowest:,.0f} ms (aim {AIM_LCP_MS:,})")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    campaign = first_job(DATA, shown_as=DATA.name).campaign
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
        wanted = sites(Path(scratch), campaign, stack)
        browser = stack.enter_context(chromium())
        views = look(browser, wanted, rounds)
        print(
            f"{datetime.date.today()}, {len(campaign.events)} events, medians of {rounds} alternating rounds, "
            f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Chromium {browser.version}; phone 360 x 740 at "
            f"3x, processor {SLOWER_CPU} times slower"
        )
        tell(views, wanted)


if __name__ == "__main__":
    main()
