"""Frames and film seconds a second, cold and cached, against the same frame by Pillow and by Chromium, in one run."""

import argparse
import base64
import io
import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "hooks"), str(HERE.parent)]

from campaign.channels.screens.frames import make_frame  # noqa: E402
from campaign.channels.screens.rendering import FILMS, FRAMES, film_jobs  # noqa: E402
from campaign.workshop.cache import Cache  # noqa: E402
from campaign.workshop.fonts import FONTS  # noqa: E402
from campaign.workshop.making import Bench  # noqa: E402
from campaign.workshop.qr import symbol  # noqa: E402
from displays import THEME, coded, job, made  # noqa: E402

WALL = {"width_px": "1920", "height_px": "1080", "pitch_mm": "5", "viewing_distance_m": "20"}
EVENT = {"shows": "event", "record": "yj-market-gi-labels", "seconds": "8"}


def frames(count):
    """So many different codes of 1920 x 1080."""
    first = coded(EVENT, **WALL)
    call, *others = first.data["blocks"]
    named = ([{**call, "lines": [f"No {n:04}"]}, *others] for n in range(count))
    return [replace(first, data={**first.data, "blocks": blocks}) for blocks in named]


def rate(count, work):
    """Items a second."""
    started = time.perf_counter()
    work()
    return count / (time.perf_counter() - started)


def pillow(one):
    """The same frame by hand: ground, lines, symbol; no address, nothing measured or proved."""
    from PIL import Image, ImageDraw, ImageFont

    data, colours = one.data, one.data["palette"]
    picture = Image.new("RGB", (data["width"], data["height"]), colours["ground"])
    draw, at = ImageDraw.Draw(picture), 80
    font = str(FONTS[0].path)
    for block in data["blocks"]:
        for line in block["lines"]:
            draw.text((64, at), line, fill=colours[block["colour"]], font=ImageFont.truetype(font, int(block["most"])))
            at += int(block["most"] * 1.3)
    code, module = symbol(one.payload), data["code"]["module"]
    left, top = 1920 - 64 - (code.size + 8) * module, 200
    draw.rectangle((left, top, left + (code.size + 8) * module, top + (code.size + 8) * module), fill=colours["tile"])
    for x, y, wide, high in code.runs:
        x0, y0 = left + (x + 4) * module, top + (y + 4) * module
        draw.rectangle((x0, y0, x0 + wide * module - 1, y0 + high * module - 1), fill=colours["ink"])
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def style(one):
    """The font and the places of things, the same for every frame."""
    font = base64.b64encode(FONTS[0].path.read_bytes()).decode()
    ground = one.data["palette"]["ground"]
    return f"""<!doctype html><meta charset=utf-8><style>@font-face {{font-family:N;font-weight:100 900;
      src:url(data:font/ttf;base64,{font})}} body {{margin:64px;background:{ground}}} p {{margin:0}}
      svg {{position:absolute;right:64px;top:200px;width:518px}}</style>"""


def body(one):
    """The same frame as HTML."""
    data, colours = one.data, one.data["palette"]
    lines = "".join(
        f'<p style="font:{block["weight"]} {block["most"]:.0f}px N;color:{colours[block["colour"]]}">{line}'
        for block in data["blocks"]
        for line in block["lines"]
    )
    return f"{lines}{symbol(one.payload).svg()}<p>{data['address']['text']}"


def chromium(wanted):
    """Screenshots of the page, one browser and one loaded font for all."""
    from playwright.sync_api import sync_playwright

    from programs import program

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1920, "height": 1080})
        tab.set_content(style(wanted[0]) + body(wanted[0]))
        tab.evaluate("document.fonts.ready.then(() => 1)")
        tab.screenshot()
        draw = "html => { document.body.innerHTML = html }"
        found = rate(len(wanted), lambda: [(tab.evaluate(draw, body(one)), tab.screenshot()) for one in wanted])
        browser.close()
    return found


def films(cache):
    """Film seconds a second: a loop of five 1080p items of eight seconds, cold and from the cache."""
    playlist = [{**THEME, "seconds": "8"}, EVENT, {"shows": "priorities", "record": "law-basics", "seconds": "8"}]
    playlist += [{"shows": "slogans", "record": one, "seconds": "8"} for one in ("no-fakes", "respect")]
    one = job(*playlist, **WALL)
    (film,) = film_jobs(one, made(one))
    seconds = sum(film.counts) / 25
    again = [film]
    cold = rate(seconds, lambda: FILMS.made(again, Bench(cache=cache)))
    return cold, rate(seconds, lambda: FILMS.made(again, Bench(cache=cache)))


def main():
    """Print the table: the others neither fit their text nor prove their symbol, ours does both in its time."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=24)
    count = parser.parse_args().count
    wanted = frames(count)
    make_frame(wanted[0])
    pillow(wanted[0])
    ours = rate(count, lambda: [make_frame(one) for one in wanted])
    by_hand = rate(count, lambda: [pillow(one) for one in wanted])
    shots = chromium(wanted)
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        cold = rate(count, lambda: FRAMES.made(wanted, Bench(cache=cache)))
        kept = rate(count, lambda: FRAMES.made(wanted, Bench(cache=cache)))
        film_cold, film_kept = films(cache)
    print(f"1920 x 1080 frames a second, {os.cpu_count()} cores, {count} frames, load {os.getloadavg()[0]:.1f}")
    print(f"  Pillow, by hand, no whorl, unproofed   {by_hand:8.2f}")
    print(f"  Chromium screenshots, unproofed        {shots:8.2f}")
    print(f"  ours, fitted and proofed, one core     {ours:8.2f}")
    print(f"  ours, all cores, cold                  {cold:8.2f}")
    print(f"  ours, from the cache                   {kept:8.2f}")
    print("film seconds a second, 1080p, proofed")
    print(f"  cold, one core                         {film_cold:8.2f}")
    print(f"  from the cache                         {film_kept:8.2f}")
    print(f"  a proofed frame in {shots / ours:.1f} x Chromium's time, {by_hand / ours:.1f} x Pillow's")
    return 0


if __name__ == "__main__":
    sys.exit(main())
