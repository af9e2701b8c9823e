"""The kit: pictures for whoever helps to spread the word: behind a speaker, under a letter, round a portrait."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from campaign.channels import Commission
from campaign.channels.cards.content import Voice
from campaign.channels.cards.job import PictureJob
from campaign.core.artifact import Source
from campaign.core.language import primary_subtag
from campaign.kinds import urls
from campaign.say import phrases
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.looks import looks, shades

LOOKS = {"background": "paper"}
"""What isn't in the campaign's red: a speaker sits before it for an hour."""
CLEAR = "ring"
"""Through its middle a portrait shows."""
PAIRS = (("ground", "text"), ("ground", "stroke"), ("ground", "eye"), ("ground", "label"), ("label", "on-label"))


def kit(commission: Commission) -> Iterator[PictureJob]:
    """Every picture of the kit, language by language; none where a campaign has no share cards."""
    campaign = commission.campaign
    for language in campaign.languages if campaign.campaign.share_cards != "none" else ():
        voice = Voice(campaign, commission.context, language)
        for form in urls.KIT:
            yield _job(commission, voice, form)


def _job(commission: Commission, voice: Voice, form: str) -> PictureJob:
    palette = looks(LOOKS.get(form, "red"))
    said, head = voice.words, voice.campaign.campaign
    return PictureJob(
        path=urls.to_save(voice.language, urls.of_kit(form)),
        template="channels/cards/templates/kit.typ",
        data=_data(commission, voice, form, dict(palette)),
        colours=() if form == CLEAR else shades(palette, PAIRS),
        language=voice.language,
        page=urls.page("spread"),
        alt=said.say(f"kit_{form}_alt", name=head.name[voice.language]),
        source=Source(kind="theme"),
        title=said.say(f"kit_{form}"),
        kind="kit",
        about=urls.of_kit(form),
    )


def _data(commission: Commission, voice: Voice, form: str, palette: dict[str, str]) -> dict[str, Any]:
    head, language = voice.campaign.campaign, voice.language
    return {
        "font": FAMILIES,
        "lang": primary_subtag(language),
        "support-lang": primary_subtag(language),
        "keep": phrases.kept_together(language),
        "joined": True,
        "palette": palette,
        "form": form,
        "name": head.name[language],
        "short": head.short_name[language],
        "lines": list(voice.campaign.theme.broken(language)),
        "note": "" if voice.leads_officially else voice.words.translation,
        "week": voice.week,
        "by": head.organisers[0].name[language],
        "address": commission.imprint("home").shown,
    }
