"""`make bench`: the bilingual site against bare Material building the same content, alternating in one run.

Prints medians of wall time, processor time and peak memory (all processes together), then the cost of size: the first
build, which draws every printed address's symbol, and the one after it.
Bare Material builds one language at a time, as it must: its two builds run one after the other and are added up.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parent))
from campaigns import TOP, bare_projects, write_campaign

from campaign.builder.host import command, environment

EVENTS, ROUNDS, SIZES = 1_000, 5, (100, 1_000, 5_000)


@dataclass
class Cost:
    wall_s: float
    cpu_s: float
    peak_mib: float

    def __add__(self, other):
        """One after the other: times add up, the peak is the higher."""
        return Cost(self.wall_s + other.wall_s, self.cpu_s + other.cpu_s, max(self.peak_mib, other.peak_mib))


def measure(folder):
    """One `mkdocs build`, with every process it starts."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command("build", "--quiet"),
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    peak = _Peak(process.pid)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall_s = time.perf_counter() - started
    if process.returncode:
        sys.exit(said.decode("utf-8", "replace"))
    return Cost(wall_s, usage.ru_utime + usage.ru_stime, peak.stop() / 2**20)


class _Peak(threading.Thread):
    """The highest sum of resident memory of a process and its children, sampled every 20 ms."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.highest, self.running = pid, 0, True
        self.start()

    def run(self):
        while self.running:
            try:
                process = psutil.Process(self.pid)
                family = [process, *process.children(recursive=True)]
                self.highest = max(self.highest, sum(_rss(member) for member in family))
            except psutil.Error:
                pass
            time.sleep(0.02)

    def stop(self):
        self.running = False
        self.join()
        return self.highest


def _rss(process):
    try:
        return process.memory_info().rss
    except psutil.Error:
        return 0


def ours(folder, events):
    """Our project with this many events."""
    folder.mkdir()
    shutil.copy(TOP / "mkdocs.yml", folder)
    shutil.copytree(TOP / "docs", folder / "docs")
    shutil.copytree(TOP / "hooks", folder / "hooks")
    write_campaign(folder / "campaign_data", events)
    return folder


def median(costs):
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("wall_s", "cpu_s", "peak_mib")))


def row(name, cost, base=None):
    ratio = f"{cost.wall_s / base.wall_s:.2f} | {cost.cpu_s / base.cpu_s:.2f}" if base else "1.00 | 1.00"
    return f"| {name} | {cost.wall_s:.2f} | {cost.cpu_s:.2f} | {cost.peak_mib:.0f} | {ratio} |"


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        project = ours(folder / "press", EVENTS)
        peers = list(bare_projects(folder / "bare", project / "campaign_data").values())
        press_costs, bare_costs = [], []
        for number in range(ROUNDS):
            print(f"round {number + 1}/{ROUNDS}", file=sys.stderr, flush=True)
            press_costs.append(measure(project))
            first, *rest = (measure(peer) for peer in peers)
            bare_costs.append(sum(rest, first))
        press_cost, bare_cost = median(press_costs), median(bare_costs)
        print(f"{EVENTS:,} outreach events, {len(peers)} languages, medians of {ROUNDS} alternating rounds\n")
        print("| build | wall s | CPU s | peak MiB | wall ratio | CPU ratio |\n|---|---|---|---|---|---|")
        print(row("bare Material", bare_cost))
        print(row("campaign press, verified and swapped", press_cost, bare_cost))
        print("\n| events | wall s | CPU s | peak MiB | wall ms per event | first build, wall s |")
        print("|---|---|---|---|---|---|")
        for size in SIZES:
            sized = ours(folder / f"press-{size}", size)
            first, cost = measure(sized), measure(sized)
            print(
                f"| {size:,} | {cost.wall_s:.2f} | {cost.cpu_s:.2f} | {cost.peak_mib:.0f} "
                f"| {cost.wall_s / size * 1000:.2f} | {first.wall_s:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
