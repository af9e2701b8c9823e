"""Writing a recipe: templates filled with values, each as the server's own language quotes it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from campaign.channels.permalinks.servers import pattern
from campaign.core.problems import Message, OutputError
from campaign.kinds import urls
from campaign.publish import serving
from campaign.publish.recipes.recipe import STRICT_TRANSPORT, Recipe

TEMPLATES = Path(__file__).with_name("templates")
FILES = {
    "nginx/campaign.conf": "nginx-campaign.conf.j2",
    "nginx/site.conf": "nginx-site.conf.j2",
    "caddy/campaign.caddy": "caddy-campaign.j2",
    "caddy/Caddyfile": "caddy-site.j2",
}
"""Each recipe's file and its template."""


def written(recipe: Recipe) -> dict[str, str]:
    """Every recipe by its path. OutputError where a server has no way to say a value."""
    return {path: _environment().get_template(name).render(_values(recipe)) for path, name in FILES.items()}


def _values(recipe: Recipe) -> dict[str, object]:
    types: dict[str, list[str]] = {}
    for suffix, name in serving.TYPES.items():
        types.setdefault(name, []).append(suffix)
    return {
        "recipe": recipe,
        "types": types,
        "texts": {name: types[name] for name in serving.TEXTS.values()},
        "serving": serving,
        "embeds": urls.EMBEDS,
        "strict_transport": STRICT_TRANSPORT,
    }


@cache
def _environment() -> Environment:
    """An unknown name is an error; nothing is escaped but by the two filters, which every value goes through."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(nginx=nginx_string, caddy=caddy_string, pattern=pattern)
    return made


def nginx_string(text: str) -> str:
    """A text as a string of nginx, which has no way to say `$` in one."""
    return _quoted(text, "$\\", "nginx")


def caddy_string(text: str) -> str:
    """A text as a string of a Caddyfile, in which braces would be a variable."""
    return _quoted(text, "{}\\", "Caddy")


def _quoted(text: str, cant: str, server: str) -> str:
    if found := re.search(rf"[{re.escape(cant)}\x00-\x1f\x7f]", text):
        said = Message(
            f"{text!r} 里的 {found[0]!r} 没法写进 {server} 的配置，请换一个文件夹名或网址",
            f"{server} has no way to say {found[0]!r} of {text!r}: use another folder or address",
        )
        raise OutputError(str(said))
    return '"' + text.replace('"', '\\"') + '"'
