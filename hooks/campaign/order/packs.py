"""Packs of the site: for each who comes to print, one ZIP of what they print, with its list in Chinese and English.

They hold the plainest print of each record and size alone, in one piece, full colour and the leading languages: the
others are on the page that lists every file. What is in which follows from the records, and from nothing else.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from campaign.channels import Output
from campaign.channels.site.prints import groups
from campaign.core.archive import entry
from campaign.core.artifact import Download, Source
from campaign.kinds import Campaign, kinds, pages
from campaign.order.advice import ADVICE, CHECK
from campaign.order.form import fill
from campaign.order.lines import FILE_BYTES, Order, Recipient, named, on_site, order, owner, plain_lines, recipients
from campaign.order.listing import CRAFT, Listing
from campaign.order.names import plain_name
from campaign.order.pack import Held, Pack
from campaign.order.press import press_files
from campaign.order.sheet import pictures
from campaign.order.texts import said, told

if TYPE_CHECKING:
    from campaign.channels.cards import PictureFile
    from campaign.channels.posters import PosterJob
    from campaign.core.context import BuildContext
    from campaign.workshop.making import Bench

FOLDER = "packs/"
EXHIBITION = "exhibition"
ORDERED = ("shop", "office", "county")
"""Who gets as many as posters.yml orders; all others print one of each, or as many as they like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What is printed for a site: its campaign, its sheets, and the day."""

    campaign: Campaign
    context: BuildContext
    sheets: Sequence[PosterJob]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A pack to be made."""

    who: str
    about: str
    order: Order


def packs(stock: Stock, files: Mapping[str, bytes], bench: Bench) -> Output:
    """Every pack of a campaign that has something in it: what pages list of each, and its file.

    files: the finished prints and their pictures by path. Raises CampaignDataError and CacheError as any channel.
    """
    found = [one for one in _wanted(stock) if one.order.lines]
    listings = [_listing(stock, one, files) for one in found]
    made = CRAFT.made(listings, bench)
    zips = [_zipped(stock, one, files, lists) for one, lists in zip(found, made, strict=True)]
    told_of = tuple(_pack(one, content) for one, content in zip(found, zips, strict=True))
    source = Source(kind="downloads")
    return Output(
        listed=told_of,
        files=tuple(Download(path=one.path, content=z, source=source) for one, z in zip(told_of, zips, strict=True)),
    )


def press(stock: Stock, pictures: Sequence[PictureFile], files: Mapping[str, bytes]) -> Output:
    """The pack for the press, where there are pictures of the programme; files: their contents by path."""
    held = press_files(stock.campaign, stock.context, pictures, files)
    if not held:
        return Output()
    head = stock.campaign.campaign
    titles = "\n".join(head.name[language] for language in stock.campaign.languages)
    content = _archive(held, f"{titles}\n{on_site('pack_media').line}\n\n{CHECK}\n")
    names = tuple(Held(path=one.path, copies=0) for one in pictures)
    sample = not stock.context.release
    pack = Pack(path=f"{FOLDER}media.zip", who="media", about="", size_bytes=len(content), held=names, sample=sample)
    return Output(listed=(pack,), files=(Download(path=pack.path, content=content, source=Source(kind="downloads")),))


def _wanted(stock: Stock) -> Iterator[_Wanted]:
    """Every pack there may be, empty ones too: for the shop as it is ordered, for all others of the plainest prints."""
    whole = recipients(stock.campaign)
    shop = next(whole)
    yield _Wanted("shop", "", order(stock, shop))
    plain = replace(stock, sheets=tuple(_plainest(stock.sheets)))
    for recipient in whole:
        found, arriving = order(plain, recipient), order(stock, recipient).arrivals
        who = "county" if recipient.county else "office"
        own = [line for line in found.lines if not recipient.county or _of_county(line.sheet, recipient.county)]
        yield _Wanted(who, recipient.county, replace(found, lines=named(stock.campaign, own), arrivals=arriving))
    for kind in stock.campaign.six_entries.place_kinds:
        yield _one_each(plain, "place_kind", kind.id, _for_place(kind.id))
    yield _one_each(plain, "booth", "", _of_exhibition)
    yield _one_each(plain, "everyone", "", _for_place(""))
    yield _one_each(plain, "hand", "", _handed_out(stock.campaign))


def _plainest(sheets: Sequence[PosterJob]) -> Iterator[PosterJob]:
    """Of each record and size that an office prints, the print in one piece, full colour and the leading languages."""
    own = [one for one in sheets if (one.made_by, one.finish, one.form) == ("office", "office", "poster")]
    yield from (group[0] for group in groups(own))


def _one_each(plain: Stock, who: str, about: str, wanted: Callable[[PosterJob], bool]) -> _Wanted:
    """A pack in which one of each is to be printed, by whoever took it."""
    campaign = plain.campaign
    name = told(campaign, campaign.place_kind(about).name) if about else on_site(f"pack_{who}")
    recipient = Recipient(id="-".join(filter(None, (who.replace("_", "-"), about))), name=name)
    sheets = [sheet for sheet in plain.sheets if wanted(sheet)]
    lines = [replace(line, copies=1, receivers=name) for line in plain_lines(campaign, sheets, recipient)]
    return _Wanted(who, about, Order(recipient=recipient, lines=named(campaign, lines)))


def _file(source: Source) -> str:
    """The data file that a record or a page shows."""
    return kinds()[source.kind].file if source.kind in kinds() else pages()[source.kind].file


def _of_exhibition(sheet: PosterJob) -> bool:
    return _file(sheet.source) == EXHIBITION


def _of_county(sheet: PosterJob, county: str) -> bool:
    """True for a county's own, and for what hangs anywhere."""
    return owner(sheet) == county or _anywhere(sheet)


def _anywhere(sheet: PosterJob) -> bool:
    """True for what is of no county and no exhibition and hangs on a wall: it may be put up anywhere."""
    return not owner(sheet) and not sheet.county and not _of_exhibition(sheet) and sheet.sheet == sheet.finished


def _for_place(kind_id: str) -> Callable[[PosterJob], bool]:
    """True for what hangs anywhere, of no day and of no other kind of place: it is true for as long as it hangs."""

    def wanted(sheet: PosterJob) -> bool:
        kind, record_id = sheet.source.kind, sheet.source.id
        dated = kind in kinds() and kinds()[kind].dated
        return _anywhere(sheet) and not dated and (kind != "place_kind" or record_id == kind_id)

    return wanted


def _handed_out(campaign: Campaign) -> Callable[[PosterJob], bool]:
    """True for small things held in the hand that are of no exhibition."""
    small = {sheet.id for sheet in campaign.posters.sheets if sheet.in_hand} if campaign.posters else set()
    return lambda sheet: sheet.finished in small and not _of_exhibition(sheet)


def _listing(stock: Stock, one: _Wanted, files: Mapping[str, bytes]) -> Listing:
    """The list of a pack; a preview's bears no day, for it is issued to nobody and shall not change overnight."""
    form = fill(stock, one.order, [(one.order.recipient.id, one.order.lines)])
    if not stock.context.release:
        form = replace(form, about=tuple(pair for pair in form.about if pair[0] != said("issued")))
    if one.who not in ORDERED:
        form = replace(form, title=said("sheet_list"))
    return Listing(form=form, previews={path: files[path] for path in pictures(form)})


def _zipped(stock: Stock, one: _Wanted, files: Mapping[str, bytes], lists: Mapping[str, bytes]) -> bytes:
    """The ZIP: its list, the prints by their numbers in it, sums, and how to print."""
    title = said("sheet_order" if one.who in ORDERED else "sheet_list").main
    held = {plain_name(f"00-{title}", most_bytes=FILE_BYTES, ending=f".{end}"): made for end, made in lists.items()}
    held |= {f"{line.folder.main}/{line.name.main}.pdf": files[f"{line.sheet.path}.pdf"] for line in one.order.lines}
    return _archive(held, _note(stock, one))


def _archive(held: Mapping[str, bytes], note: str) -> bytes:
    """Files as a ZIP, stored and sorted by name, then their sums and README.txt."""
    sums = "".join(f"{hashlib.sha256(held[name]).hexdigest()}  {name}\n" for name in sorted(held))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(held):
            archive.writestr(entry(name), held[name])
        archive.writestr(entry("SHA256SUMS.txt"), sums)
        archive.writestr(entry("README.txt"), "\ufeff" + note.replace("\n", "\r\n"))
    return stream.getvalue()


def _note(stock: Stock, one: _Wanted) -> str:
    """README.txt: whose it is, how to find one's way in it, how to print."""
    head, recipient = stock.campaign.campaign, one.order.recipient
    titles = "\n".join(head.name[language] for language in stock.campaign.languages)
    mark = f"{SAMPLE}\n" if _is_sample(one) else ""
    advice = ADVICE["shop" if one.who == "shop" else "office"]
    return f"{titles}\n{recipient.name.line}\n{mark}\n{BEGIN}\n{advice}\n{CHECK}\n"


BEGIN = """先看清单（pdf 方便打印，csv 用 WPS 或 Excel 打开）：文件名开头的编号就是清单上的序号。
别的尺寸、只有一种语言的、省墨的，网站“下载”页里都有。
Begin with the list (pdf to print, csv for WPS or Excel): each file's name begins with its number there. Other sizes,
one language alone and low ink are on the site, under "Print and share".
"""
SAMPLE = """内容有示例，文件上印着“示例”：不要张贴。
Some of it is sample data and marked so: not to be put up."""


def _is_sample(one: _Wanted) -> bool:
    return any(line.sheet.sample for line in one.order.lines)


def _pack(one: _Wanted, content: bytes) -> Pack:
    return Pack(
        path=f"{FOLDER}{one.order.recipient.id}.zip",
        who=one.who,
        about=one.about,
        size_bytes=len(content),
        held=tuple(Held(path=f"{line.sheet.path}.pdf", copies=line.copies) for line in one.order.lines),
        sample=_is_sample(one),
    )
