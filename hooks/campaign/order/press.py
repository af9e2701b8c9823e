"""The press pack: pictures of the programme and the campaign's own words, for who writes and tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from campaign.channels.site.words import words
from campaign.kinds import Campaign
from campaign.order.names import plain_name
from campaign.say.dates import dates

if TYPE_CHECKING:
    from campaign.channels.cards import PictureFile
    from campaign.core.context import BuildContext

NAME_BYTES = 110


def press_files(
    campaign: Campaign, context: BuildContext, pictures: Sequence[PictureFile], files: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Every file of the pack by its name in it: a folder for each language, with the words and the pictures in it.

    pictures: of the programme; files: their contents by path. Nothing where there are no pictures.
    """
    found: dict[str, bytes] = {}
    for language in campaign.languages if pictures else ():
        text = "\r\n".join([*_lines(campaign, context, language), ""])
        title = plain_name(f"00-{words(language).press_text}", most_bytes=NAME_BYTES, ending=".txt")
        found[f"{language}/{title}"] = f"\ufeff{text}".encode()
        for number, one in enumerate((one for one in pictures if one.language == language), 1):
            name = plain_name(f"{number:02d} {one.title}", most_bytes=NAME_BYTES, ending=".png")
            found[f"{language}/{name}"] = files[one.path]
    return found


def _lines(campaign: Campaign, context: BuildContext, language: str) -> Iterator[str]:
    """What a report needs: name, days, the theme and the priorities in the official words, who is behind it."""
    head, theme, said = campaign.campaign, campaign.theme, words(language)
    if not context.release:
        yield from (said.sample_note, "")
    yield from (head.name[language], dates(language).full_span(head.week.starts, head.week.ends))
    yield from (head.summary[language], context.site_address, "")
    yield f"{theme.name[language]}{said.colon}{theme.official[language]}"
    yield from (one.text[language] for one in theme.slogans)
    yield from ("", campaign.priorities.name[language])
    yield from (one.official_title[language] for one in campaign.priorities.priorities)
    yield ""
    yield from (f"{one.role[language]}{said.colon}{one.name[language]}" for one in head.organisers)
    yield from (
        f"{one.role[language]}{said.colon}{one.name[language]} {one.phone}" for one in campaign.contacts_of(None)
    )
