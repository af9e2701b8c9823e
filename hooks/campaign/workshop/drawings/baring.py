"""An SVG read by an XML parser and written anew, with only what may stand in it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from campaign.core.pictures import PictureFault
from campaign.workshop import pictures
from campaign.workshop.drawings.allowed import ELEMENTS, PICTURE, QUIET, SVG, XLINK, XML, reaches_out

FETCHING = frozenset({"src", "srcset", "action", "formaction", "requiredExtensions"})
MOST_BYTES = 10 * 1024 * 1024
DEEPEST = 500
"""Elements within elements: a browser gives up not far beyond."""
LONGEST_ENTITY, MOST_ENTITIES = 200, 100
"""Entities of drawing programs are short names of namespaces; longer ones only make a small file huge."""


class UnfitDrawingError(Exception):
    """An SVG that can't be shown, and why."""

    def __init__(self, fault: PictureFault) -> None:
        self.fault = fault
        super().__init__(fault.name)


def bare(content: bytes) -> tuple[bytes, frozenset[str]]:
    """The SVG without scripts, handlers, foreign content, addresses, comments and editors' notes; pictures in it bare.

    Gives what was taken out that did something: `script`, `foreign` content, `fetches` from elsewhere, `picture` that
    can't be shown. What draws is the same as before. The same drawing gives the same bytes. UnfitDrawingError for what
    is no SVG, is cut short, or grows out of all proportion as it is read.
    """
    if len(content) > MOST_BYTES:
        figures = {"size": f"{len(content) / 1024 / 1024:.1f}", "most": f"{MOST_BYTES // 1024 // 1024}"}
        raise UnfitDrawingError(PictureFault("image_heavy", figures))
    drawing = _Drawing()
    try:
        drawing.read(content)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnfitDrawingError(PictureFault("drawing_broken", {"said": str(error)})) from None
    return "".join(drawing.written).encode(), frozenset(drawing.taken)


@dataclass
class _Drawing:
    """What was written so far, and how deep the parser is in what is left out.

    open: the names of the elements it stands in, empty for one whose contents stay though it goes itself; style: the
    text of the style sheet it stands in, which has nothing but text.
    """

    written: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    open: list[str] = field(default_factory=list)
    left_out: int = 0
    size: int = 0
    entities: int = 0
    style: list[str] | None = None

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.ProcessingInstructionHandler = self.instruction
        parser.EntityDeclHandler = self.entity
        parser.Parse(content, True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if len(self.open) + self.left_out > DEEPEST:
            raise ValueError("elements stand too deep in each other")
        if not self.open and not self.left_out and (space, local) != (SVG, "svg"):
            raise ValueError("the outermost element isn't an SVG's")
        if self.left_out or space != SVG or local not in ELEMENTS or self.style is not None:
            self._leave(space, local)
            return
        kept = "" if local == "a" else local
        self.open.append(kept)
        if kept:
            root = f' xmlns="{SVG}" xmlns:xlink="{XLINK}"' if len(self.open) == 1 else ""
            self._write(f"<{kept}{root}{''.join(self._attributes(kept, attributes))}>")
        self.style = [] if local == "style" else None

    def end(self, _: str) -> None:
        if self.left_out:
            self.left_out -= 1
            return
        name = self.open.pop()
        if self.style is not None:
            self._write(escape(self._clean("".join(self.style))))
            self.style = None
        if name:
            self._write(f"</{name}>")

    def text(self, data: str) -> None:
        if self.left_out or not self.open:
            return
        if self.style is not None:
            self.style.append(data)
        else:
            self._write(escape(data))

    def instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self.taken.add("fetches")

    def entity(self, *declared: object) -> None:
        self.entities += 1
        value = declared[2]
        if self.entities > MOST_ENTITIES or (isinstance(value, str) and (len(value) > LONGEST_ENTITY or "&" in value)):
            raise ValueError("its entities grow as they are read")

    def _leave(self, space: str, local: str) -> None:
        if not self.left_out and space in ("", SVG) and local not in QUIET:
            self.taken.add("script" if local == "script" else "foreign")
        self.left_out += 1

    def _attributes(self, element: str, attributes: dict[str, str]) -> Iterator[str]:
        for name, value in attributes.items():
            space, _, local = name.rpartition(" ")
            kept, said = self._attribute(element, space, local, value)
            if said:
                yield f" {kept}={quoteattr(said)}"

    def _attribute(self, element: str, space: str, local: str, value: str) -> tuple[str, str]:
        """An attribute's name and value as they are written; no value where it goes."""
        if local == "href" and space in ("", XLINK):
            return "xlink:href", self._address(element, value)
        if space == XML and local in ("space", "lang"):
            return f"xml:{local}", value
        if local.lower().startswith("on"):
            self.taken.add("script")
            return local, ""
        if space or local.startswith("data-") or local in FETCHING:
            return local, ""
        return local, value if local == "d" else self._clean(value)

    def _clean(self, style: str) -> str:
        """CSS, or an attribute that may hold an address: as it is, or nothing where it reaches out."""
        if not reaches_out(style):
            return style
        self.taken.add("fetches")
        return ""

    def _address(self, element: str, value: str) -> str:
        """A place in the drawing itself, or a picture of its own, bare; empty for anything else."""
        value = value.strip()
        if value.startswith("#"):
            return value
        kind = PICTURE.match(value)
        if element != "image" or not kind:
            self.taken.add("fetches")
            return ""
        ending = "." + kind[1].lower()
        try:
            content = pictures.bare(base64.b64decode("".join(value[kind.end() :].split())), ending)
        except (pictures.UnfitPictureError, binascii.Error):
            self.taken.add("picture")
            return ""
        return f"data:image/{_type(ending)};base64,{base64.b64encode(content).decode()}"

    def _write(self, text: str) -> None:
        self.size += len(text)
        if self.size > 2 * MOST_BYTES:
            raise ValueError("it grows as it is read")
        self.written.append(text)


def _type(ending: str) -> str:
    return "jpeg" if ending == ".jpg" else ending[1:]
