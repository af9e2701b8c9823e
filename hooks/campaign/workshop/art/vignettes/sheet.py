"""Contact sheet: every vignette on one page, small and large, on each ground, in full and in one colour, for review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from campaign.workshop.art.tokens import tokens
from campaign.workshop.art.vignettes.brush import Picture
from campaign.workshop.art.vignettes.drawing import CLEARED, GROUNDS, HEAD, SIDE, in_page, inks, one_colour

SIZES_PX = (48, 96, 240)
STYLE = """
body{margin:0;padding:32px;background:var(--page);color:var(--text);font:16px/1.5 sans-serif}
h1{font-size:28px;margin:0 0 8px}h2{font-size:20px;margin:48px 0 12px}p{margin:0 0 16px;max-width:44em}
.all{display:grid;grid-template-columns:repeat(auto-fill,minmax(112px,1fr));gap:16px}
.one{display:flex;flex-wrap:wrap;gap:12px}
.ground{display:flex;gap:12px;align-items:end;padding:16px;background:var(--v-paper);color:var(--v-ink)}
.column{display:grid;gap:12px}svg{display:block}.store{display:none}
"""


def sheet(pictures: Mapping[str, Picture], captions: Mapping[str, str], *, title: str, lead: str) -> str:
    """The whole page as HTML; it needs no other file. captions: what each shows, by its name."""
    store = "".join(_stored(name, picture) for name, picture in pictures.items())
    unnamed = "".join(f'<div class="ground-paper">{_use(name, 96)}{_use(name, 48)}</div>' for name in pictures)
    shown = "".join(
        f"<h2>{escape(captions[name])} <code>{escape(name)}</code></h2>"
        f'<div class="one">{"".join(_on(name, ground) for ground in GROUNDS)}</div>'
        for name in pictures
    )
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}{''.join(_rules())}</style><body>{store}<h1>{escape(title)}</h1><p>{escape(lead)}</p>"
        f'<div class="all">{unnamed}</div>{shown}</body></html>\n'
    )


def _rules() -> Iterator[str]:
    """The inks of each ground, and of the page in either scheme."""
    look = tokens()
    for ground in GROUNDS:
        values = ";".join(f"--v-{role}:{colour}" for role, colour in inks(ground).items())
        yield f".ground-{ground}{{{values}}}"
    for role in inks():
        yield f".v-{role}{{fill:var(--v-{role})}}"
    yield f".v-apart{{stroke:var(--v-paper);stroke-width:{CLEARED};paint-order:stroke}}"
    for media, colours in (("", look.colours), ("(prefers-color-scheme:dark)", look.dark)):
        rule = f":root{{--page:{colours['paper']};--text:{colours['ink']}}}"
        night = ";".join(f"--v-{role}:{colour}" for role, colour in inks("night").items() if role != "paper")
        dark = f".all .ground-paper{{{night};--v-paper:var(--page)}}"
        yield f"@media {media}{{{rule}{dark}}}" if media else rule


def _stored(name: str, picture: Picture) -> str:
    """A picture as two symbols, in full and in one colour, which the page shows again and again."""
    single = one_colour(picture, "currentColor", mask=f"mask-{name}").removeprefix(HEAD).removesuffix("</svg>")
    return (
        f'<svg width="0" height="0" aria-hidden="true"><symbol id="full-{name}" viewBox="0 0 {SIDE} {SIDE}">'
        f'{in_page(picture)}</symbol><symbol id="one-{name}" viewBox="0 0 {SIDE} {SIDE}">{single}</symbol></svg>'
    )


def _use(name: str, side_px: int, *, kind: str = "full") -> str:
    return f'<svg width="{side_px}" height="{side_px}" aria-hidden="true"><use href="#{kind}-{name}"/></svg>'


def _on(name: str, ground: str) -> str:
    """One picture on one ground: each size in full, then each in one colour."""
    small, middle, large = SIZES_PX
    pair = "".join(
        f'<div class="column">{_use(name, small, kind=kind)}{_use(name, middle, kind=kind)}</div>'
        f"{_use(name, large, kind=kind)}"
        for kind in ("full", "one")
    )
    return f'<div class="ground ground-{ground}">{pair}</div>'
