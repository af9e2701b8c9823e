"""Code, and what other hosts hold, in hand-written pages: a browser refuses it, so it is told at its line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from campaign.builder.markdown import done
from campaign.core.problems import Message, Place, Problem

TAG = re.compile(r"""<(?P<name>[a-zA-Z][\w:-]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^<>"'])*)>""")
ATTRIBUTES = re.compile(r"\{:?(?P<attributes>[^{}\n]*)\}")
"""Markdown's own way to write them: `{: .class key="value" }`."""
ATTRIBUTE = re.compile(r"""(?:[\s/]+|(?<=[{:]))(?P<name>[\w:.-]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'>]*))?""")
LINK = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?|<)(?P<address>[\w&#;:]+)", re.MULTILINE)
FETCHED = re.compile(
    r"""(?:!\[[^\]\n]{0,300}\]\(\s*<?|<(?!(?:a|area|form|link|iframe|frame|object|embed)\b)[a-z][\w-]*\s(?:[^<>]{0,600}?\s)??"""
    r"""(?:src|href|poster|srcset)\s*=\s*["']?)(?P<address>(?:https?:)?//[^\s"'<>)]+)""",
    re.IGNORECASE,
)
"""A picture, script or film of another host: it is fetched with the page; a link is followed when the reader asks."""
RUNS = re.compile(r"(?:java|vb)script:", re.IGNORECASE)
LEADING = {"href", "src", "action", "formaction", "xlink:href"}
SCRIPTS = Message("网页里不能写脚本，浏览器会拦住它", "a script in a page is blocked by browsers")
STYLES = Message("网页里不能写样式表，浏览器会拦住它", "a style sheet in a page is blocked by browsers")
FRAMES = Message("网页里不能嵌入别的网页或程序，浏览器会拦住它", "another page in a frame is blocked by browsers")
HANDLER = Message("“{name}=”会被浏览器拦住，不起作用", "{name}= is blocked by browsers and does nothing")
STYLE = Message("“style=”会被浏览器拦住，不起作用", "style= is blocked by browsers and does nothing")
ADDRESS = Message("链接里写的是程序，不是网址，浏览器会拦住它", "a program for an address is blocked by browsers")
ASK = Message("删掉这一段；确实需要的，请管程序的同事做进网站里", "delete it, or have it built into the site")
ELSEWHERE = Message("网页不能从别的网站取图片等内容", "a page fetches nothing from another host")
HERE = Message(
    "图片等存到这个网页旁边，写文件名；或改成链接：[名称](网址)",
    "put the picture beside the page and write its name; or write a link: [name](address)",
)
INSTEAD = Message("改成链接：[名称](网址)", "write a link: [name](address)")
ELEMENTS = {
    "script": (SCRIPTS, ASK),
    "style": (STYLES, ASK),
    **dict.fromkeys(("iframe", "frame", "object", "embed", "applet"), (FRAMES, INSTEAD)),
}


def code_in_page(source: Path, *, shown_as: str) -> Iterator[Problem]:
    """Everything in a Markdown file that the site's policy (`campaign.core.policy`) blocks, in no order."""
    text = source.read_text(encoding="utf-8-sig", errors="replace")
    return _Written(text, done(text), shown_as).problems()


@dataclass(frozen=True, slots=True)
class _Written:
    """A page as it was written; done: the same with blanks in place of what is only shown."""

    text: str
    done: str
    shown_as: str

    def problems(self) -> Iterator[Problem]:
        for tag in TAG.finditer(self.done):
            told = ELEMENTS.get(tag["name"].lower())
            own_file = tag["name"].lower() == "script" and re.search(r"\ssrc\s*=", tag["attributes"], re.IGNORECASE)
            if told and not own_file:
                yield self._problem(tag.start(), tag.end("name"), told[0], hint=told[1])
            else:
                yield from self._attributes(tag)
        for braces in ATTRIBUTES.finditer(self.done):
            yield from self._attributes(braces)
        for found in FETCHED.finditer(self.done):
            yield self._problem(found.start("address"), found.end(), ELSEWHERE, hint=HERE)
        for link in LINK.finditer(self.done):
            if RUNS.match(html.unescape(link["address"])):
                yield self._problem(link.start("address"), link.end(), ADDRESS, hint=INSTEAD)

    def _attributes(self, within: re.Match[str]) -> Iterator[Problem]:
        start, end = within.span("attributes")
        for found in ATTRIBUTE.finditer(self.done, start, end):
            name, at = found["name"].lower(), found.span("name")
            value = html.unescape((found["value"] or "").strip("\"'"))
            if name == "style":
                yield self._problem(at[0], found.end(), STYLE, cut=found)
            elif name.startswith("on") and found["value"]:
                told = Message(HANDLER.zh.format(name=name), HANDLER.en.format(name=name))
                yield self._problem(at[0], found.end(), told, cut=found)
            elif name in LEADING and RUNS.match(re.sub(r"[\x00-\x20]", "", value)):
                yield self._problem(at[0], found.end(), ADDRESS, hint=INSTEAD)

    def _problem(
        self, start: int, end: int, what: Message, *, hint: Message | None = None, cut: re.Match[str] | None = None
    ) -> Problem:
        """A problem from one place of the text to another; cut: what its line is to lose, where that mends it."""
        begins = self.text.rfind("\n", 0, start) + 1
        ends = self.text.find("\n", start)
        line = self.text[begins : ends if ends >= 0 else None]
        last = min(end, begins + len(line))
        place = Place(self.shown_as, self.text.count("\n", 0, start) + 1, start - begins + 1)
        fix = ""
        if cut and cut.end() == last:
            fix = line[: max(0, cut.start() - begins)] + line[last - begins :]
        return Problem(place, what, line, last - start, fix=fix, hint=hint if hint or fix else ASK)
