"""Assets: the drawings and the generated style sheet that every page of the site shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from campaign import pictograms, whorl
from campaign.artifact import Download, Source
from campaign.model import Campaign
from campaign.tokens import Tokens, ground, mix, on, readable, tokens

MORE = {
    "search": "M20 6a14 14 0 1 0 0 28a14 14 0 1 0 0-28zM30 30l12 12",
    "cross": "M10 10l28 28M38 10L10 38",
}
"""Signs of the site itself, drawn with the pictograms' stroke."""


def assets(campaign: Campaign) -> Iterator[Download]:
    """The style sheet made from tokens and tints, and the drawings made from the whorl."""
    yield _file("assets/campaign-tokens.css", tokens_css(campaign))
    colours = tokens().colours
    red, deep, ochre, paper = (colours[name] for name in ("red", "red-deep", "ochre", "paper"))
    yield _file("assets/whorl.svg", whorl.svg(stroke=deep, eye=ochre))
    yield _file("assets/favicon.svg", whorl.seal(stroke=paper, eye=ochre, ground=red))
    yield _file("assets/band.svg", whorl.band(stroke=ochre, eye=ochre))


def _file(path: str, text: str) -> Download:
    return Download(path=path, content=text.encode(), source=Source(kind="look"))


def tokens_css(campaign: Campaign) -> str:
    """Custom properties of the look, the tints of place kinds and zones, and the pictograms as masks."""
    blocks = [_root(tokens()), *_tints(campaign), *_masks()]
    return "\n".join(blocks) + "\n"


def _root(look: Tokens) -> str:
    values = [f"--{name}:{colour}" for name, colour in look.colours.items()]
    values += [f"--step-{step}:{look.type['scale'] ** step:.3f}rem" for step in range(-1, 7)]
    values += [f"--{name.removesuffix('-px')}:{size}px" for name, size in look.strokes.items()]
    values += [f"--sans:{_families(look.type['web'])}", f"--sans-latin:{_families(look.type['web-latin'])}"]
    values += [f"--leading-han:{look.type['leading-han']}", f"--leading-latin:{look.type['leading-latin']}"]
    return ":root{" + ";".join(values) + "}"


def _families(names: Sequence[str]) -> str:
    return ",".join(f'"{name}"' if " " in name else name for name in names)


def _tints(campaign: Campaign) -> Iterator[str]:
    for kind in campaign.six_entries.place_kinds:
        yield _tint(f".k-{kind.id}", kind.tint)
    for zone in campaign.exhibition.zones if campaign.exhibition else ():
        yield _tint(f".z-{zone.id}", zone.tint)


def _tint(selector: str, tint: str) -> str:
    """A staff-chosen colour, what is written on it, a pale ground of it, and the colour as text on both grounds."""
    paper = tokens().colours["paper"]
    tint = ground(tint)
    pale = mix(paper, tint, 0.12)
    return f"{selector}{{--tint:{tint};--on-tint:{on(tint)};--tint-pale:{pale};--tint-text:{readable(tint, pale)}}}"


def _masks() -> Iterator[str]:
    """The neutral sign for every pictogram, then each by name: an unknown name shows the neutral one."""
    signs = {"": pictograms.path(pictograms.NEUTRAL), **pictograms.PATHS, **MORE}
    for name, path in signs.items():
        drawing = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="#000" stroke-width="'
            f'{pictograms.STROKE}" stroke-linecap="round" stroke-linejoin="round"><path d="{path}"/></svg>'
        )
        data = quote(drawing, safe=" =:/;,'\"()<>").replace('"', "'").replace("<", "%3C").replace(">", "%3E")
        yield f'.p{"-" if name else ""}{name}{{--mask:url("data:image/svg+xml,{data}")}}'
