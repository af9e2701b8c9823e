"""What the campaign is called, when it is, who runs it and where its site stands: campaign.yml."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.language import Localized
from campaign.kinds.brief import Brief, Span
from campaign.kinds.fields import (
    Day,
    Id,
    LanguageTag,
    Line,
    PublicKey,
    Record,
    Sample,
    SiteAddress,
    Spelled,
    WebAddress,
    choice,
    refuse,
    require_order,
    surroundings,
)
from campaign.kinds.kind import DataFile, Menu, Page, Printed, said
from campaign.kinds.publication import PublishTarget, each_named_once
from campaign.kinds.vignette import MOST_IN_SCENE, Vignette
from campaign.say.words import words

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class Days(Record):
    """A span of whole days, both ends included."""

    starts: Day
    ends: Day

    @field_validator("ends")
    @classmethod
    def _not_before_start(cls, ends: date, info: ValidationInfo) -> date:
        require_order(ends, info)
        return ends


ROLES = {
    "指导": "role_guide",
    "主办": "role_host",
    "承办": "role_organise",
    "协办": "role_help",
    "支持": "role_support",
    "guide": "role_guide",
    "host": "role_host",
    "organise": "role_organise",
    "help": "role_help",
    "support": "role_support",
}
"""The roles that an office uses, as authors name them, and the words for each."""


class Organiser(Record):
    """An office that stands behind the campaign."""

    name: Line
    role: Line = Field(
        description="指导、主办、承办、协办、支持，或自己写 · guide, host, organise, help, support, or your own words"
    )

    @field_validator("role", mode="before")
    @classmethod
    def _in_every_language(cls, role: Any, info: ValidationInfo) -> Any:
        """One of the usual roles, written as one word, is said in each language's own words."""
        word = ROLES.get(role.strip().removesuffix("单位")) if isinstance(role, str) else None
        if not word:
            return role
        return Localized({tag: str(getattr(words(tag), word)) for tag in surroundings(info).languages})


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


class Signing(Record):
    """Whose signature the ledger of printed codes must bear; nobody's where no key stands here."""

    signers: tuple[PublicKey, ...] = Field(
        (), description="台账签名用的公钥，旧的也留着 · public keys that sign the ledger; former ones stay"
    )


MOST_FONT_NAME = 31
"""Characters that Windows takes of a font's name (LOGFONT)."""


class DocumentFonts(Record):
    """The fonts that documents name and the office's computers have; nothing is embedded."""

    title: Spelled = Field("方正小标宋简体", description="标题 · the title")
    body: Spelled = Field("仿宋_GB2312", description="正文 · the text")
    first: Spelled = Field("黑体", description="一级标题 · headings of the first level")
    second: Spelled = Field("楷体_GB2312", description="二级标题 · headings of the second level")
    latin: Spelled = Field("Times New Roman", description="字母和数字 · Latin letters and figures")
    folio: Spelled = Field("宋体", description="页码 · page numbers")

    @field_validator("*")
    @classmethod
    def _name_of_a_font(cls, name: str) -> str:
        if len(name) > MOST_FONT_NAME or set(name) & set(",;，、；\"'"):
            raise refuse("font_name")
        return name


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
    print_address: SiteAddress | None = Field(
        None, description="印在纸上的短网址，要转到网站 · a short address for paper; its host forwards to the site"
    )
    print_address_sample: Sample | None = Field(
        None, description="印刷网址只是示例 · the print address is a placeholder"
    )
    organisers: tuple[Organiser, ...] = Field(min_length=1)
    government: Government = Government()
    scene: tuple[Vignette, ...] = Field(  # type: ignore[valid-type]
        (),
        min_length=1,
        max_length=MOST_IN_SCENE,
        description="首页风景里的小画，见 README · pictures in the home page's landscape, see README",
    )
    share_cards: choice(CARDS) = Field(CARDS[0], description="哪些网页配分享图 · pages with a share card")  # type: ignore[valid-type]
    programme_pictures: choice(PICTURES) = Field(PICTURES[0], description="日程图 · programme as pictures")  # type: ignore[valid-type]
    embed_on: tuple[WebAddress, ...] | None = Field(
        None, min_length=1, description="可以嵌入日程的网站，不写都可以 · sites that may frame the programme; else any"
    )

    document_fonts: DocumentFonts = Field(
        DocumentFonts(), description="公文和稿件用的字体 · fonts of documents, which the office's computers have"
    )
    ledger: Signing = Signing()
    targets: tuple[PublishTarget, ...] = Field(
        (), exclude=True, description="发布到哪里 · where campaign publish puts the site"
    )
    as_typed: tuple[Spelled, ...] = Field((), description="照样保留的文字 · texts that stay as they were typed")

    @property
    def paper_address(self) -> str:
        """What is printed before `q/<code>/`: the print address, or the site's own where there is none."""
        return self.print_address or self.site_address

    @property
    def paper_address_key(self) -> str:
        """Where the printed address was typed."""
        return "print_address" if self.print_address else "site_address"

    @property
    def paper_address_sample(self) -> bool:
        """True where the printed address, or the site that it leads to, is a placeholder."""
        return self.site_address_sample or (self.print_address is not None and self.print_address_sample is True)

    @property
    def forwards_print(self) -> bool:
        """True where paper carries an address that isn't the site's, and so must be sent on to it."""
        return self.paper_address != self.site_address

    @property
    def embed_hosts(self) -> tuple[str, ...]:
        """The hosts whose pages may show the programme in a frame, each once; none where any may."""
        return tuple(dict.fromkeys(urlsplit(address).netloc.lower() for address in self.embed_on or ()))

    @field_validator("targets")
    @classmethod
    def _each_target_once(cls, targets: tuple[PublishTarget, ...]) -> tuple[PublishTarget, ...]:
        return each_named_once(targets)

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


FILES = (DataFile(name="campaign", place=1, model=CampaignFile, required=True),)


def _brief(campaign: Campaign) -> Brief:
    head = campaign.campaign
    return Brief(
        kind="home",
        title=head.short_name,
        kicker=head.name,
        when=(Span(starts=head.week.starts, ends=head.week.ends),),
        by=head.organisers[0].name,
        link=("home", ""),
    )


PAGES = (
    Page(
        name="home",
        place=0,
        path="",
        title=lambda campaign: campaign.campaign.name,
        printed=Printed(heads=("short_name", "organisers", "week")),
        poster="sticker",
        poster_place=99,
        brief=_brief,
    ),
    Page(
        name="about",
        place=140,
        path="about/",
        title=lambda campaign: said(campaign, "about"),
        menu=Menu("small", 5),
        map_place=15,
    ),
    Page(
        name="defend",
        place=125,
        path="defend/",
        title=lambda campaign: said(campaign, "defend"),
        menu=Menu("tasks", 4),
        map_place=10,
    ),
    Page(
        name="spread",
        place=102,
        path="spread/",
        title=lambda campaign: said(campaign, "spread"),
        task="downloads",
        map_place=16,
    ),
    Page(
        name="site-map",
        place=150,
        path="site-map/",
        title=lambda campaign: said(campaign, "site_map"),
        menu=Menu("small", 6),
    ),
    Page(
        name="staff",
        place=155,
        path="staff/",
        title=lambda campaign: said(campaign, "staff"),
        staff=True,
    ),
)
