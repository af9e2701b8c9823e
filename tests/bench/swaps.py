"""A million opens during a thousand swaps: how many fail (none may), and how long one swap takes."""

import shutil
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

from campaign.workshop.stage import Stage

OPENS, SWAPS, PAGES = 1_000_000, 1_000, 8


def _filled(root, text):
    root.mkdir(parents=True)
    for page in range(PAGES):
        (root / f"{page}.html").write_text(text, encoding="ascii")
    return root


def _read(site, found):
    """Open pages as fast as can be; how many couldn't be."""
    paths, failed = [site / f"{page}.html" for page in range(PAGES)], 0
    for number in range(OPENS):
        try:
            paths[number % PAGES].open("rb").close()
        except OSError:
            failed += 1
    found.put(failed)


def main():
    """Swap until the reader is through, and at least so many times; 1 where an open failed."""
    top = Path(tempfile.mkdtemp(prefix="campaign-swaps-"))
    site = _filled(top / "site", "0")
    fresh = get_context("spawn")
    found = fresh.Queue()
    reader = fresh.Process(target=_read, args=(site, found))
    reader.start()
    stage = Stage(site).open()
    swaps, spent = 0, 0.0
    while reader.is_alive() or swaps < SWAPS:
        root = _filled(stage.root(f"s{swaps}"), str(swaps))
        began = time.perf_counter()
        stage.swap(root)
        spent += time.perf_counter() - began
        swaps += 1
    failed = found.get()
    reader.join()
    stage.close()
    shutil.rmtree(top)
    print(f"swaps: {OPENS:,} opens during {swaps:,} swaps, {failed} failed; {spent / swaps * 1000:.2f} ms a swap")
    return 1 if failed or swaps < SWAPS else 0


if __name__ == "__main__":
    sys.exit(main())
