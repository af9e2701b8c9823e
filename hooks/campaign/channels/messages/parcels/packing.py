"""Packing: a ZIP and a calendar for each sender, of the messages and of what is enclosed with them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from campaign.channels import Output
from campaign.channels.messages.job import Composed
from campaign.channels.messages.parcels.listing import COLUMNS, Entry, Listing
from campaign.channels.messages.parcels.making import CALENDAR, CRAFT
from campaign.channels.messages.parcels.values import (
    FOLDER,
    WHOLE_FOLDER,
    Parcel,
    enclosures,
    saved,
    stem,
    windows_text,
)
from campaign.channels.messages.words import words
from campaign.core.archive import entry
from campaign.core.artifact import Download, Source
from campaign.core.context import BuildContext
from campaign.kinds import Campaign, urls
from campaign.kinds.message import file_of, sender_of
from campaign.workshop.documents.values import Fonts
from campaign.workshop.making import Bench

LEADING = "zh"
"""In which language lists say channels and lengths, where the campaign has it; else in English."""


def parcels(
    campaign: Campaign,
    context: BuildContext,
    messages: Sequence[Composed],
    contents: Mapping[str, bytes],
    bench: Bench,
) -> Output:
    """A ZIP and a calendar for each sender that has messages. contents: of the enclosed files, by their paths.

    Raises OutputError where what is made can't be kept.
    """
    counties = ["", *(one.id for one in campaign.counties.counties)]
    own = {county: [one for one in messages if one.county == county] for county in counties}
    senders = {county: found for county, found in own.items() if found}
    listings = [_listing(campaign, context, county, found) for county, found in senders.items()]
    listed, files = list[Parcel](), list[Download]()
    for made, listing, (county, found) in zip(CRAFT.made(listings, bench), listings, senders.items(), strict=True):
        name, source = county or WHOLE_FOLDER, Source(kind="staff-messages")
        packed = _zipped(listing, found, made, contents)
        one = Parcel(
            county=county,
            pack=f"{FOLDER}{name}.zip",
            calendar=f"{FOLDER}{name}.ics",
            size_bytes=len(packed),
            messages=len(listing.entries),
            sample=any(one.sample for one in found),
        )
        listed.append(one)
        files.append(Download(path=one.pack, content=packed, source=source))
        files.append(Download(path=one.calendar, content=made[CALENDAR], source=source))
    return Output(listed=tuple(listed), files=tuple(files))


def _listing(campaign: Campaign, context: BuildContext, county: str, found: Sequence[Composed]) -> Listing:
    head, language = campaign.campaign, campaign.languages[0]
    plan = file_of(campaign)
    sender = sender_of(plan, county or None) if plan else None
    real = context.site_address != head.site_address or not head.site_address_sample
    return Listing(
        campaign=head.id,
        language=language,
        name=head.name[language],
        title=" ".join(_both("list_title")),
        heads=tuple("\n".join(_both(f"column_{name}")) for name, _ in COLUMNS),
        sender=sender.name[language] if sender else found[0].sender,
        day=campaign.issued,
        time_zone=head.time_zone,
        address=f"{context.site_address}{urls.page('staff-messages')}" if real else "",
        fonts=Fonts(**head.document_fonts.model_dump()),
        entries=tuple(_entry(one, language) for one in found),
    )


def _entry(one: Composed, language: str) -> Entry:
    channel, length = (said.zh if language == LEADING else said.en for said in (one.called, one.counted))
    return Entry(
        id=one.id,
        language=one.language,
        day=f"{one.at:%Y-%m-%d}",
        clock=f"{one.at:%H:%M}",
        channel=channel,
        subject=one.subject,
        length=length,
        words="\n".join(text for _, text in one.copied),
        file=f"{stem(one)}.txt",
        summary=_summary(one, channel, language),
    )


def _summary(one: Composed, channel: str, language: str) -> str:
    """What a calendar calls a message."""
    said = words(language)
    mark = str(said.mark_sample) if one.sample else ""
    return mark + said.say("calendar_title", channel=channel, subject=one.subject)


def _both(key: str) -> tuple[str, ...]:
    """A word of lists in both languages, Chinese first."""
    return tuple(words(tag).say(key) for tag in (LEADING, "en"))


def _zipped(
    listing: Listing, found: Sequence[Composed], made: Mapping[str, bytes], contents: Mapping[str, bytes]
) -> bytes:
    """The ZIP: the list first, then folders by day; every name is ASCII, so that it is the same on any code page."""
    held = {f"00-{name}": content for name, content in made.items()}
    held["README.txt"] = windows_text(_note(listing, sample=any(one.sample for one in found)))
    for one in found:
        held[f"{stem(one)}.txt"] = saved(one)
        held |= {name: contents[path] for path, name in enclosures(one)}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(held):
            archive.writestr(entry(name), held[name])
    return stream.getvalue()


def _note(listing: Listing, *, sample: bool) -> str:
    """README.txt: whose it is, and how to find one's way in it."""
    marks = _both("parcel_sample") if sample else ()
    return "\n".join((listing.name, listing.sender, *marks, "", "\n\n".join(_both("parcel_note")), ""))
