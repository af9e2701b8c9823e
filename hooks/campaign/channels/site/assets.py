"""Assets: the drawings and the generated style sheet that every page of the site shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from campaign.channels.site.embeds import embeds
from campaign.channels.site.sizes import rules
from campaign.channels.site.templating import FOLDER
from campaign.core.artifact import Download, Source
from campaign.core.context import BuildContext
from campaign.kinds import Campaign, kinds, urls
from campaign.kinds.vignette import vignette
from campaign.workshop.art import pictograms, scene, signs, whorl
from campaign.workshop.art.schemes import scheme
from campaign.workshop.art.tokens import Tokens, ground, mix, on, readable, tokens

SCENES = {"scene": scene.HIGH, "scene-low": scene.LOW}
"""The home page's landscape beside its words, and below them on a narrow page."""
PALE, PALE_DARK = 0.12, 0.28
"""How much of a staff-chosen colour is in its pale ground, by day and by night."""


def assets(campaign: Campaign, context: BuildContext | None = None) -> Iterator[Download]:
    """The style sheet made from tokens and tints, the drawings, the offline script, and what other sites embed.

    context: tells a release, whose embeds bear no sample mark; without it they do.
    """
    yield _file("assets/campaign-tokens.css", tokens_css(campaign))
    colours = tokens().colours
    red, deep, ochre, paper = (colours[name] for name in ("red", "red-deep", "ochre", "paper"))
    yield _file("assets/whorl.svg", whorl.svg(stroke=deep, eye=ochre))
    for name, drawn in SCENES.items():
        yield _file(f"assets/{name}.svg", scene.svg(drawn, scenery(campaign)))
    yield _file("assets/favicon.svg", whorl.seal(stroke=paper, eye=ochre, ground=red))
    yield _file("assets/band.svg", whorl.band(stroke=ochre, eye=ochre))
    yield _file(urls.OFFLINE, (FOLDER / "offline.js").read_text("utf-8"))
    yield from embeds(campaign, release=context is not None and context.release)


def scenery(campaign: Campaign) -> tuple[str, ...]:
    """The vignettes in the landscape: those the office chose, else those of its kinds of place, each once."""
    kinds = (vignette(kind) for kind in campaign.six_entries.place_kinds)
    return campaign.campaign.scene or tuple(dict.fromkeys(kinds))[:3]


def _file(path: str, text: str) -> Download:
    return Download(path=path, content=text.encode(), source=Source(kind="look"))


def tokens_css(campaign: Campaign) -> str:
    """Custom properties of the look and its kinds, tints of place kinds and zones, sizes, and pictograms as masks."""
    look = tokens()
    blocks = [_root(look), *_tints(campaign), *_dark(look, _staff_tints(campaign)), *rules(campaign), *_masks()]
    return "\n".join(blocks) + "\n"


def _root(look: Tokens) -> str:
    values = [f"--{name}:{colour}" for name, colour in look.colours.items()]
    values += [f"--of-{kind.name}:{scheme(kind.scheme).ground}" for kind in kinds().values() if kind.folder]
    values.append("color-scheme:light")
    values += [f"--step-{step}:{look.type['scale'] ** step:.3f}rem" for step in range(-1, 7)]
    values += [f"--{name.removesuffix('-px')}:{size}px" for name, size in look.strokes.items()]
    values += [f"--sans:{_families(look.type['web'])}", f"--sans-latin:{_families(look.type['web-latin'])}"]
    values += [f"--leading-han:{look.type['leading-han']}", f"--leading-latin:{look.type['leading-latin']}"]
    return ":root{" + ";".join(values) + "}"


def _families(names: Sequence[str]) -> str:
    return ",".join(f'"{name}"' if " " in name else name for name in names)


def _staff_tints(campaign: Campaign) -> Mapping[str, str]:
    """The colours staff chose, by the class that wears each."""
    tints = {f".k-{kind.id}": ground(kind.tint) for kind in campaign.six_entries.place_kinds}
    zones = campaign.exhibition.zones if campaign.exhibition else ()
    return tints | {f".z-{zone.id}": ground(zone.tint) for zone in zones}


def _tints(campaign: Campaign) -> Iterator[str]:
    """Each staff-chosen colour, what is written on it, a pale ground of it, and the colour as text on both grounds."""
    paper = tokens().colours["paper"]
    for selector, tint in _staff_tints(campaign).items():
        pale = mix(paper, tint, PALE)
        yield (
            f"{selector}{{--tint:{tint};--on-tint:{on(tint)};--tint-pale:{pale};--tint-text:{readable(tint, pale)}}}"
        )


def _dark(look: Tokens, tints: Mapping[str, str]) -> Iterator[str]:
    """The dark scheme: where the device asks for it unless the reader chose light, and where the reader chose it."""
    values = [f"--{name}:{colour}" for name, colour in look.dark.items()]
    roots = {"": "{" + ";".join([*values, "color-scheme:dark"]) + "}"}
    for selector, tint in tints.items():
        pale = mix(look.dark["paper"], tint, PALE_DARK)
        text = readable(tint, pale, towards=look.dark["ink"])
        roots[f" {selector}"] = f"{{--tint-pale:{pale};--tint-text:{text}}}"
    asked, chosen = ":root:not([data-scheme=light])", ":root[data-scheme=dark]"
    for media, root in (("screen and (prefers-color-scheme:dark)", asked), ("screen", chosen)):
        yield f"@media {media}{{" + "".join(root + one + rule for one, rule in roots.items()) + "}"


def _masks() -> Iterator[str]:
    """The neutral sign for every pictogram, then each by name: an unknown name shows the neutral one."""
    drawn = {"": pictograms.path(pictograms.NEUTRAL), **pictograms.PATHS, **signs.TOOLS, **signs.LEARN}
    for name, path in drawn.items():
        drawing = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="#000" stroke-width="'
            f'{pictograms.STROKE}" stroke-linecap="round" stroke-linejoin="round"><path d="{path}"/></svg>'
        )
        data = quote(drawing, safe=" =:/;,'\"()<>").replace('"', "'").replace("<", "%3C").replace(">", "%3E")
        yield f'.p{"-" if name else ""}{name}{{--mask:url("data:image/svg+xml,{data}")}}'
