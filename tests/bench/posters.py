"""Proofed A3 posters a second, cold and cached, against the same poster through WeasyPrint (unproofed), in one run."""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "hooks"), str(HERE.parent), str(HERE.parent / "channels" / "posters")]

from prints import jobs  # noqa: E402

from campaign.channels.posters import make, render  # noqa: E402
from campaign.workshop.cache import Cache  # noqa: E402
from campaign.workshop.fonts import FONTS  # noqa: E402
from campaign.workshop.making import Bench  # noqa: E402


def posters(count):
    """So many different A3 event posters, each with its own symbol."""
    order = {"poster": "event", "sheets": ["a3"], "languages": ["zh+en"]}
    found = jobs(order)
    return [
        replace(found[n % len(found)], path=f"{n}", data={**found[n % len(found)].data, "number": f"{n:03}"})
        for n in range(count)
    ]


def rate(count, work):
    """Items a second."""
    started = time.perf_counter()
    work()
    return count / (time.perf_counter() - started)


def page(job):
    """The same poster as a page of HTML: its words, the whorl and the symbol as SVG, the font as a file."""
    from campaign.workshop.art.whorl import svg
    from campaign.workshop.qr import symbol

    data = job.data
    ground = "#{:02X}{:02X}{:02X}".format(*data["palette"]["ground"])
    facts = "".join(f"<p class=l>{f['label']}<p class=f>{f['main']}<p>{f['support'] or ''}" for f in data["facts"])
    foot = "".join(f"<p>{line['body']}" for line in data["foot"])
    font = FONTS[0].path.as_uri()
    return f"""<!doctype html><html lang=zh-CN><title>{data["title"]}</title><style>
      @font-face {{ font-family: N; src: url('{font}'); font-weight: 100 900 }}
      @page {{ size: 297mm 420mm; margin: 0 }} body {{ font-family: N; margin: 0; color: #fff; background: {ground} }}
      h1 {{ font-size: 100pt; font-weight: 900; margin: 60mm 20mm 0 }} p {{ margin: 2mm 20mm; font-size: 18pt }}
      .f {{ font-size: 45pt; font-weight: 700 }} .w {{ position: absolute; left: 150mm; top: 150mm; width: 300mm }}
      .p {{ position: absolute; top: 300mm; height: 120mm; width: 297mm; background: #FBF7F0; color: #1D1B1A }}
      .p svg {{ position: absolute; left: 20mm; top: 15mm; width: 90mm }} .p p {{ margin-left: 120mm }}</style>
      <div class=w>{svg()}</div><p>{data["kicker"][0]["body"]}<h1>{data["headline"]["lines"][0]}</h1>{facts}
      <div class=p>{symbol(job.payloads[0][0]).svg()}<p class=f>{data["opens"]["main"]}
      <p>{data["address"]["text"]}{foot}</div>"""


def weasyprint(count):
    """Posters a second and peak memory in MB, in a process of their own."""
    from weasyprint import HTML

    made = posters(count)
    HTML(string=page(made[0])).write_pdf()
    print(rate(count, lambda: [HTML(string=page(job)).write_pdf() for job in made]), _peak_mb())


def ours(count):
    """The same for ours, proof included, on one core."""
    made = posters(count + 1)
    make(made[-1])
    print(rate(count, lambda: [make(job) for job in made[:count]]), _peak_mb())


def _peak_mb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _alone(name, count):
    """One contestant in a fresh process on one core: rate and memory."""
    done = subprocess.run(
        [sys.executable, __file__, "--only", name, "--count", str(count)], capture_output=True, text=True, check=True
    )
    speed, memory = map(float, done.stdout.split()[-2:])
    return speed, memory


def main():
    """Print the table; exit 1 where the proofed rate is below 5 x WeasyPrint's."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", choices=["weasyprint", "ours"])
    parser.add_argument("--count", type=int, default=60)
    chosen = parser.parse_args()
    if chosen.only:
        {"weasyprint": weasyprint, "ours": ours}[chosen.only](chosen.count)
        return 0
    theirs, theirs_mb = _alone("weasyprint", max(3, chosen.count // 12))
    single, single_mb = _alone("ours", chosen.count)
    made = posters(chosen.count)
    with tempfile.TemporaryDirectory() as folder:
        cold = rate(chosen.count, lambda: render(made, Bench(cache=Cache(Path(folder)))))
        cached = rate(chosen.count, lambda: render(made, Bench(cache=Cache(Path(folder)))))
    print(f"A3 posters a second, {os.cpu_count()} cores, {chosen.count} posters")
    print(f"  WeasyPrint, unproofed, one core    {theirs:8.2f}   peak {theirs_mb:6.0f} MB")
    print(f"  ours, proofed, PNG too, one core   {single:8.2f}   peak {single_mb:6.0f} MB")
    print(f"  ours, proofed, all cores, cold     {cold:8.2f}")
    print(f"  ours, from the cache               {cached:8.2f}")
    print(f"  on the same core: {single / theirs:.1f} x WeasyPrint (aim 5)")
    return 0 if single >= 5 * theirs else 1


if __name__ == "__main__":
    sys.exit(main())
