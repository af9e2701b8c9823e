"""Messages a second and their memory, at a thousand events: texts composed and checked, then files of each channel."""

import argparse
import resource
import sys
import tempfile
import time
from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

import yaml

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "hooks"), str(HERE.parent)]

from campaigns import write_campaign  # noqa: E402

from campaign import paper  # noqa: E402
from campaign.channels import Commission, messages  # noqa: E402
from campaign.channels.messages.enclosures import makers  # noqa: E402
from campaign.core.context import BuildContext  # noqa: E402
from campaign.kinds.message import CHANNELS  # noqa: E402
from campaign.paper import ledger  # noqa: E402
from campaign.read import read_campaign  # noqa: E402
from campaign.workshop.cache import Cache  # noqa: E402
from campaign.workshop.making import Bench  # noqa: E402

TEXTS = [one for one in CHANNELS if one != "led"]
ALL_DAY = timedelta(hours=4)
"""Before an event begins, when it is told of."""


def write(folder, events):
    """A campaign of so many events, each told of once, on one channel after the other."""
    write_campaign(folder, events)
    told = []
    for path in sorted((folder / "outreach").glob("*.yml")):
        for event in yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)["events"]:
            at = datetime.strptime(event["starts"], "%Y-%m-%d %H:%M") - ALL_DAY
            told.append((at, event["id"]))
    listed = [
        {
            "id": f"m-{number:05}",
            "at": f"{at:%Y-%m-%d %H:%M}",
            "channel": TEXTS[number % len(TEXTS)],
            "subject": "event",
            "record": record,
            "sample": "true",
        }
        for number, (at, record) in enumerate(told)
    ]
    office = {"name": {"zh": "示例局", "en": "Sample office"}, "signature": {"zh": "示例", "en": "Sample"}}
    data = {"opt_out": {"zh": "回T退订", "en": "Reply T to stop"}, "sms_parts": "8", "senders": [office]}
    text = yaml.dump({**data, "messages": listed}, allow_unicode=True, sort_keys=False)
    (folder / "messages.yml").write_text(text, encoding="utf-8")


def timed(work):
    """What work gives, and its seconds."""
    started = time.perf_counter()
    found = work()
    return found, time.perf_counter() - started


def planned(folder):
    """Every message, composed and held to its limits; and the seconds of that alone."""
    campaign = read_campaign(folder)
    context = BuildContext(today=date(2024, 4, 1), site_address=campaign.campaign.site_address)
    imprints = paper.book(campaign, context, ledger.Ledger()).imprints
    commission = Commission(campaign=campaign, context=context, imprints=imprints, folder=folder)
    return timed(lambda: messages.plan(commission))


def main():
    """Print the tables; nobody else makes messages from a programme, so there is no peer to run beside."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--each", type=int, default=3, help="messages of each channel whose files are made")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work, "campaign_data")
        write(folder, wanted.events)
        found, seconds = planned(folder)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print("| events | messages | messages a second | peak MiB |\n|---|---|---|---|")
        print(f"| {wanted.events:,} | {len(found):,} | {len(found) / seconds:,.0f} | {peak:.0f} |\n")
        print("| channel | files | messages a second, one core | KB a message |\n|---|---|---|---|")
        of = defaultdict(list)
        for one in found:
            of[one.channel].append(one)
        for number, (channel, some) in enumerate(of.items()):
            cache = Cache(Path(work, f"cache-{number}"))
            _files(channel, some[: wanted.each], Bench(cache=cache, workers=1))


def _files(channel, some, bench):
    """One line of the table: what is enclosed with messages of one channel."""
    jobs = defaultdict(list)
    for one in some:
        for sort, job in one.enclosing:
            jobs[sort].append(job)
    crafts = {sort: makers()[sort].craft() for sort in jobs}
    made, seconds = timed(lambda: [file for sort, one in jobs.items() for file in crafts[sort].made(one, bench)])
    files = [content for one in made for content in one.values()]
    if files:
        size = sum(map(len, files)) / 1000 / len(some)
        print(f"| {channel} | {len(files) / len(some):.0f} | {len(some) / seconds:.2f} | {size:,.0f} |")


if __name__ == "__main__":
    main()
