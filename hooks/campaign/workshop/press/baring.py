"""A PDF of somebody's as it may be published: its pages as they are, and nothing that acts, is attached or tells."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pikepdf

from campaign.core.pictures import PictureFault
from campaign.workshop.pictures.segments import pieces

MOST_BYTES = 50 * 1024 * 1024
TELLS = (
    *("/Metadata", "/PieceInfo", "/Thumb", "/LastModified", "/CreatorInfo", "/SpiderInfo", "/Legal", "/Perms"),
    *("/XFA", "/Requirements", "/Collection"),
)
"""Keys of any dictionary that tell of who made it with what, or that hold another program's own data."""
ATTACHED = ("/AF", "/EmbeddedFiles", "/EF")
ACTIONS = ("/A", "/PA", "/OpenAction", "/Next")
"""Keys whose value may be an action (ISO 32000-2, 12.6)."""
PHOTO = pikepdf.Name("/DCTDecode")
HARMLESS = frozenset({"/GoTo", "/URI", "/Named", "/Hide", "/SetOCGState", "/Trans", "/ResetForm", "/GoToDp"})
ACTING = frozenset(
    {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Thread", "/Movie", "/Sound"}
) | {"/Rendition", "/GoTo3DView", "/RichMediaExecute"}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
GONE = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/Text", "/Popup", "/Redact"})
"""Annotations that hold a file, a film or a note of who read it over."""
NAMELESS = ("/T", "/M", "/CreationDate", "/NM", "/RC", "/Subj", "/IRT", "/Popup")
"""What a mark on a page tells of who made it, and when."""
WORKING_TITLE = re.compile(
    r"\.(?:docx?|wps|xlsx?|et|pptx?|dps|pdf|indd|ai|cdr|psd)\s*$|^microsoft |^\s*$|^untitled", re.I
)
"""A title that is a program's or a file's name, and so maybe somebody's."""


class UnfitPdfError(Exception):
    """A PDF that can't be published as it is, and why."""

    def __init__(self, fault: PictureFault) -> None:
        self.fault = fault
        super().__init__(fault.name)


def bare_pdf(content: bytes) -> tuple[bytes, frozenset[str]]:
    """The PDF without authors, programs, dates, XMP, notes, former versions, scripts and attachments; tags stay.

    Nothing is rendered: pages, fonts and pictures are taken over as they are, pictures of a camera without its notes.
    Gives what was taken out that did something: `script`, `attached` files or films, `notes` of readers, `fetches`.
    The same file gives the same bytes. UnfitPdfError where it is locked, signed or broken.
    """
    if len(content) > MOST_BYTES:
        figures = {"size": f"{len(content) / 1024 / 1024:.1f}", "most": f"{MOST_BYTES // 1024 // 1024}"}
        raise UnfitPdfError(PictureFault("pdf_heavy", figures))
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            if not len(document.pages):
                raise UnfitPdfError(PictureFault("pdf_broken"))
            taken = _cleaned(document)
            written = io.BytesIO()
            document.save(written, deterministic_id=True)
    except pikepdf.PasswordError:
        raise UnfitPdfError(PictureFault("pdf_locked")) from None
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, TypeError, LookupError, RuntimeError):
        raise UnfitPdfError(PictureFault("pdf_broken")) from None
    return written.getvalue(), frozenset(taken)


def _cleaned(document: pikepdf.Pdf) -> set[str]:
    """Clean the document; what was taken out that did something."""
    if _signed(document):
        raise UnfitPdfError(PictureFault("pdf_signed"))
    title = str(document.docinfo.get("/Title", ""))
    del document.docinfo
    if not WORKING_TITLE.search(title):
        document.docinfo["/Title"] = title
    taken: set[str] = set()
    if "/Names" in document.Root and "/JavaScript" in document.Root.Names:
        del document.Root.Names["/JavaScript"]
        taken.add("script")
    for found in dictionaries(document):
        taken |= set(_stripped(found))
        if found.get("/Subtype") == "/Image" and isinstance(found, pikepdf.Stream):
            _bare_photo(found)
    return taken | {said for found in dictionaries(document) if (said := _emptied(found))}


def _signed(document: pikepdf.Pdf) -> bool:
    """True for what somebody put a seal or signature on, which any change breaks."""
    return any(found.get("/FT") == "/Sig" and "/V" in found for found in dictionaries(document))


def dictionaries(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary and stream of the document, those within others too."""
    for top in document.objects:
        within = [top]
        while within:
            one = within.pop()
            if isinstance(one, pikepdf.Array):
                within += [item for item in one if _direct(item)]
            elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
                yield one
                within += [value for _, value in one.items() if _direct(value)]


def _direct(value: object) -> bool:
    return isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and not value.is_indirect


def _stripped(found: Any) -> Iterator[str]:
    """Clean one dictionary; what was taken out that did something."""
    for key in TELLS:
        if key in found:
            del found[key]
    for key in ATTACHED:
        if key in found:
            del found[key]
            yield "attached"
    if _all_acts(found.get("/AA")):
        del found["/AA"]
        yield "script"
    for key in ACTIONS:
        said = _acts(found.get(key))
        if said:
            del found[key]
            yield said
    if "/Annots" in found and isinstance(found["/Annots"], pikepdf.Array):
        yield from _annotations(found)


def _all_acts(found: Any) -> bool:
    """True for a dictionary of actions by what sets them off; fonts and colours may bear the same key as a name."""
    named = [value for _, value in found.items()] if isinstance(found, pikepdf.Dictionary) else []
    said = (str(one.get("/S", "")) for one in named if isinstance(one, pikepdf.Dictionary))
    return any(kind in ACTING | HARMLESS for kind in said)


def _emptied(found: Any) -> str:
    """Empty an action that no key of an action led to; what it did. Much else has an /S: only what acts is judged."""
    judged = isinstance(found, pikepdf.Dictionary) and found.get("/Type") != "/StructElem"
    kind = str(found.get("/S", "")) if judged else ""
    said = _acts(found) if kind in ACTING or (kind == "/URI" and "/URI" in found) else ""
    for key in list(found.keys()) if said else ():
        del found[key]
    return said


def _acts(action: Any) -> str:
    """What an action, or any of several, does that a published page mustn't; empty for a harmless one or for none."""
    if isinstance(action, pikepdf.Array):
        return next((said for one in action if (said := _acts(one))), "")
    if not isinstance(action, pikepdf.Dictionary) or "/S" not in action:
        return ""
    kind = str(action["/S"])
    if kind == "/URI":
        return "" if urlsplit(str(action.get("/URI", ""))).scheme.lower() in SCHEMES else "fetches"
    if kind in HARMLESS:
        return ""
    return "script" if kind == "/JavaScript" else "fetches"


def _annotations(page: Any) -> Iterator[str]:
    """Clean a page's annotations: those of readers and with files go, marks and links stay without their author."""
    kept = []
    for one in page["/Annots"]:
        subtype = str(one.get("/Subtype", "")) if isinstance(one, pikepdf.Dictionary) else ""
        if subtype in GONE:
            yield "notes" if subtype in ("/Text", "/Popup", "/Redact") else "attached"
            continue
        kept.append(one)
        if subtype in ("/Link", "/Widget", ""):
            continue
        for key in (*NAMELESS, *(() if subtype == "/FreeText" else ("/Contents",))):
            if key in one:
                del one[key]
    page["/Annots"] = pikepdf.Array(kept)


def _bare_photo(image: Any) -> None:
    """A photo in the document without its camera's notes, its pixels untouched; packed once more or not."""
    filters = image.get("/Filter")
    packed = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    if packed[-1:] != [PHOTO]:
        return
    parameters = image.get("/DecodeParms")
    given = list(parameters) if isinstance(parameters, pikepdf.Array) else [parameters]
    raw = _unpacked(image, packed[:-1], given[: len(packed) - 1])
    try:
        found = pieces(raw, "JPEG")
    except ValueError:
        return
    if found.notes:
        last = given[-1] if len(given) == len(packed) else None
        image.write(found.content, filter=PHOTO, decode_parms=last)


def _unpacked(image: Any, filters: list[Any], parameters: list[Any]) -> bytes:
    """What a stream holds once these filters are undone."""
    raw: bytes = image.read_raw_bytes()
    if not filters:
        return raw
    with pikepdf.new() as apart:
        stream = apart.make_stream(raw)
        stream.Filter = pikepdf.Array(filters)
        if any(isinstance(one, pikepdf.Dictionary) for one in parameters):
            stream.DecodeParms = pikepdf.Array([_copied(one) for one in parameters])
        return stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)


def _copied(parameter: Any) -> Any:
    return pikepdf.Dictionary(dict(parameter.items())) if isinstance(parameter, pikepdf.Dictionary) else None
