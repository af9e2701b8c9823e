"""What the plan says: the campaign's head, theme, priorities, activities, and the document they come from."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.language import Localized
from campaign.kinds.fields import (
    Day,
    Id,
    LanguageTag,
    Line,
    Record,
    RichText,
    Sample,
    SiteAddress,
    Spelled,
    Text,
    WebAddress,
    choice,
    ref,
    refuse,
)


class Days(Record):
    """A span of whole days, both ends included."""

    starts: Day
    ends: Day

    @field_validator("ends")
    @classmethod
    def _not_before_start(cls, ends: date, info: ValidationInfo) -> date:
        starts = info.data.get("starts")
        if starts and ends < starts:
            raise refuse("end_before_start", starts=str(starts))
        return ends


class Organiser(Record):
    """An office that stands behind the campaign."""

    name: Line
    role: Line = Field(description="主办单位、承办单位…… · host, co-host ...")


class Government(Record):
    """What the state asks a government site to say of itself (国办发〔2017〕47号); empty ones are left out."""

    site_name: Line | None = None
    site_domain: Spelled | None = None
    site_id_code: Spelled | None = Field(None, description="网站标识码")
    column_name: Line | None = Field(None, description="栏目名称")
    column_type: Line | None = Field(None, description="栏目类型")
    icp: Spelled | None = Field(None, description="ICP备案号")
    police_record: Spelled | None = Field(None, description="公安备案号")
    error_report: WebAddress | None = Field(None, description="网站找错")
    sample: Sample = False


CARDS = ("all", "sections", "none")
"""Which pages have a picture for link previews: all; all but those of events and booths; none."""
PICTURES = ("all", "days", "none")
"""The programme as pictures to save: of each day and each county; of each day; none."""


class CampaignFile(Record):
    """campaign.yml: what the campaign is called, when it is, who runs it, where its site stands."""

    id: Id
    name: Line
    short_name: Line = Field(description="页眉用的短名称 · short name for the page head")
    summary: Line = Field(description="分享时的一句话介绍 · one sentence for share cards")
    week: Days
    time_zone: Spelled = "Asia/Shanghai"
    languages: tuple[LanguageTag, ...] = Field(min_length=1, description="第一种语言在网站根目录 · the first is at /")
    official_language: LanguageTag = Field("zh", description="方案原文的语言 · the language of the official wording")
    site_address: SiteAddress
    site_address_sample: Sample = Field(False, description="网址只是示例 · the address is a placeholder")
    organisers: tuple[Organiser, ...] = Field(min_length=1)
    government: Government = Government()
    share_cards: choice(CARDS) = Field(CARDS[0], description="哪些网页配分享图 · pages with a share card")  # type: ignore[valid-type]
    programme_pictures: choice(PICTURES) = Field(PICTURES[0], description="日程图 · programme as pictures")  # type: ignore[valid-type]

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(name)
        except (ValueError, KeyError, OSError):
            raise refuse("time_zone") from None
        return name

    @field_validator("languages")
    @classmethod
    def _each_language_once(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(tags)) < len(tags):
            raise refuse("language_twice")
        return tags


class PlanSection(Record):
    """A part of the plan: its heading and either paragraphs, numbered items, or records that stand in another file."""

    id: Id
    heading: Line
    text: Text | None = None
    items: tuple[Text, ...] = ()
    shows: Spelled | None = Field(None, description="theme / priorities / activities / week")

    @field_validator("shows")
    @classmethod
    def _known_part(cls, shows: str | None) -> str | None:
        if shows not in (None, "theme", "priorities", "activities", "week"):
            raise refuse("choice", allowed="theme, priorities, activities, week")
        return shows


class ReportItem(Record):
    """One thing the county bureaus hand in."""

    id: Id
    name: Line


class Report(Record):
    """What is reported after the campaign, by when and to whom."""

    due: Day
    to: Line
    items: tuple[ReportItem, ...] = Field(min_length=1)


class PlanFile(Record):
    """plan.yml: the official document, part by part, word for word."""

    issuer_head: Line = Field(description="红头 · the letterhead")
    number: Spelled = Field(description="文号 · document number")
    title: Line
    addressees: Line
    notice: Text
    issuer: Line
    issued: Day
    publicity: Line = Field(description="主动公开 · how it is made public")
    plan_title: Line
    preamble: Text
    sections: tuple[PlanSection, ...] = Field(min_length=1)
    contact: ref("contact")  # type: ignore[valid-type]
    report: Report | None = None
    coverage: Line | None = Field(None, description="这里收录了方案的哪些部分 · which parts are reproduced")


class Slogan(Record):
    """A line for banners, screens and messages."""

    kind: ClassVar[str] = "slogan"
    id: Id
    text: Line
    sample: Sample = False


class ThemeFile(Record):
    """theme.yml: the theme's official wording and how it is set."""

    name: Line = Field(description="栏目名 · what this section is called")
    official: Line
    lines: dict[LanguageTag, tuple[Spelled, ...]] = Field(
        description="按意思分行，不按宽度分行 · broken by sense, never by width"
    )
    meaning: RichText
    slogans: tuple[Slogan, ...] = ()

    @field_validator("lines")
    @classmethod
    def _lines_say_the_theme(
        cls, lines: dict[str, tuple[str, ...]], info: ValidationInfo
    ) -> dict[str, tuple[str, ...]]:
        official: Localized = info.data.get("official") or Localized({})
        for tag, parts in lines.items():
            if tag in official and "".join("".join(parts).split()) != "".join(official[tag].split()):
                raise refuse("theme_lines", official=official[tag], at=tag)
        return lines


class Priority(Record):
    """One of the publicity priorities: the plan's words, then ours."""

    kind: ClassVar[str] = "priority"
    id: Id
    name: Line = Field(description="短名称（不是方案原文） · short name, not official wording")
    official_title: Line
    official_text: Text
    meaning: RichText = Field(description="三句话说明（不是方案原文） · what it means, in three sentences")
    sample: Sample = False


class PrioritiesFile(Record):
    """priorities.yml."""

    name: Line
    lead: Line
    priorities: tuple[Priority, ...] = Field(min_length=1)


class ActivityDate(Days):
    """A dated part of an activity."""

    what: Line


class Activity(Record):
    """One of the plan's activities."""

    kind: ClassVar[str] = "activity"
    id: Id
    name: Line
    official_title: Line
    official_text: Text
    dates: tuple[ActivityDate, ...] = Field((), description="方案写明的日期；没写就不填 · only dates the plan gives")
    place: Line | None = None
    sample: Sample = False


class ActivitiesFile(Record):
    """activities.yml."""

    name: Line
    lead: Line
    activities: tuple[Activity, ...] = Field(min_length=1)
