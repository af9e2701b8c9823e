"""The frame: what stands around every page of one language, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from campaign.channels.site import menus
from campaign.channels.site.menus import Entry
from campaign.channels.site.sharing import Picture, cards
from campaign.channels.site.structured import structured
from campaign.channels.site.words import words
from campaign.core import policy
from campaign.core.context import BuildContext
from campaign.core.language import html_lang
from campaign.kinds import Campaign, kinds, urls
from campaign.kinds.contact import SERVICES, Contact
from campaign.kinds.event import OutreachEvent
from campaign.kinds.head import Government
from campaign.kinds.notice import Bulletin, bulletin, concerned
from campaign.say.words import Words
from campaign.workshop.art.tokens import tokens

QUESTIONS = 5
"""How many questions stand on the list of what to learn: about as many as are taken in at a glance."""


@dataclass(frozen=True, slots=True)
class FootContact:
    """A contact as the foot of each page shows it."""

    role: str
    name: str
    phone: str
    sample: bool


@dataclass(frozen=True, slots=True)
class Article:
    """What a government site says of an article: when it was published (ISO day, or nothing) and by whom."""

    published: str
    source: str


@dataclass(frozen=True, eq=False, kw_only=True)
class SiteFrame:
    """One language's site as its pages' head, header and footer need it.

    site_url, root_url: the addresses of this language's root and of the whole site; placeholder: they are only an
    example, so no page gives them; tasks: what people come for; plan: the plan's chapters; sections: by the
    beginning of a path the name of the task, or `plan`, that a page belongs to; staff_paths: how the paths begin
    that no search engine is to find; sample: something on the site carries the sample mark; events: what makes the
    structured data of each event's page, by path; learn, places: what there is to learn from; questions: the
    first of those often asked; services: whom to ring first, by the path of each service's page; changes: the feed of
    changes in each of its forms: its type, what it is called, and its path; cards: the pictures pages are shared
    with, by path; policy: the element that says what a page may load and run; urgent: the urgent notice;
    urgent_paths: the pages that it stands on, None where it stands on all.
    """

    language: str
    languages: tuple[str, ...]
    lang: str
    locale: str
    words: Words
    site_name: str
    short_name: str
    description: str
    site_url: str
    root_url: str
    placeholder: bool
    theme_colour: str
    tasks: tuple[Entry, ...]
    plan: tuple[Entry, ...]
    sections: Mapping[str, str]
    staff_paths: tuple[str, ...]
    small_menu: tuple[Entry, ...]
    learn: tuple[Entry, ...]
    places: Mapping[str, Entry]
    questions: tuple[str, ...]
    services: Mapping[str, tuple[FootContact, ...]]
    organisers: tuple[tuple[str, tuple[str, ...]], ...]
    contacts: tuple[FootContact, ...]
    tags: tuple[tuple[str, str], ...]
    codes: tuple[str, ...]
    government: Government
    articles: Mapping[str, Article]
    events: Mapping[str, Callable[[], Markup]]
    time_zone: str
    changes: tuple[tuple[str, str, str], ...]
    sample: bool
    cards: Mapping[str, Picture]
    policy: Markup
    urgent: Bulletin | None = None
    urgent_paths: frozenset[str] | None = None

    def urgent_on(self, path: str | None) -> Bulletin | None:
        """The urgent notice where a page has it, without a link to the page itself; path: None for what has no address
        of its own."""
        if self.urgent is None or not (self.urgent_paths is None or path in self.urgent_paths):
            return None
        return replace(self.urgent, about=tuple(one for one in self.urgent.about if urls.page(*one[1]) != path))

    def section(self, path: str) -> str:
        """The name of the task that a page belongs to, or `plan`; nothing for what belongs to none."""
        found = [start for start in self.sections if path.startswith(start)]
        return self.sections[max(found, key=len)] if found else ""

    def for_staff(self, path: str) -> bool:
        """True for a page that no search engine is to find."""
        return path.startswith(self.staff_paths)

    def address_in(self, language: str, path: str) -> str:
        """The absolute address of a page in a language, for the site map, which has no other kind."""
        return self.root_url + urls.language_root(language, self.languages) + path

    def structured(self, path: str | None) -> Markup:
        """The structured data of a page; nothing where it is no event's."""
        made = self.events.get(path or "")
        return made() if made else Markup("")

    def address(self, path: str) -> str:
        """The absolute address of a page; "" while the site's address is only an example."""
        return "" if self.placeholder else self.site_url + path


def frame(
    campaign: Campaign,
    context: BuildContext,
    language: str,
    files: Collection[str] = (),
    pictures: Iterable[Picture] = (),
) -> SiteFrame:
    """The frame of one language's site; files, pictures: as for `render`."""
    head, said = campaign.campaign, words(language)
    site_url = context.site_address + urls.language_root(language, campaign.languages)
    placeholder = head.site_address_sample and context.site_address == head.site_address
    return SiteFrame(
        language=language,
        languages=campaign.languages,
        lang=html_lang(language),
        locale=html_lang(language).replace("-", "_"),
        words=said,
        site_name=head.name[language],
        short_name=head.short_name[language],
        description=head.summary[language],
        site_url=site_url,
        root_url=context.site_address,
        placeholder=placeholder,
        theme_colour=tokens().colours["red"],
        tasks=menus.tasks(campaign, context, said),
        plan=menus.entries(campaign, said, "plan"),
        sections=menus.sections(),
        staff_paths=menus.staff_paths(),
        small_menu=menus.small_menu(campaign, said),
        learn=menus.learn(campaign, context, said),
        places=menus.places(campaign, language),
        questions=_questions(campaign, language),
        services={
            urls.learn_page(service): tuple(
                _foot(one, context, language) for one in campaign.contacts.answering(service)
            )
            for service in SERVICES
        },
        organisers=tuple(by_role(campaign, language).items()),
        contacts=tuple(_foot(one, context, language) for one in campaign.contacts_of(None)),
        tags=_tags(head.government, language),
        codes=_codes(head.government, said),
        government=head.government,
        articles=_articles(campaign, language),
        events=_events(campaign, language, "" if placeholder else site_url),
        time_zone=head.time_zone,
        changes=_changes(said, files),
        sample=not context.release and has_samples(campaign),
        cards=cards(pictures, language),
        policy=Markup(policy.meta(policy.previewed() if context.served else policy.SITE)),  # noqa: S704 - ours
        urgent=bulletin(campaign, language),
        urgent_paths=_urgent_paths(campaign),
    )


def _foot(one: Contact, context: BuildContext, language: str) -> FootContact:
    """A contact around a page; in a release nothing is marked as a sample."""
    return FootContact(one.role[language], one.name[language], one.phone, one.sample and not context.release)


def _questions(campaign: Campaign, language: str) -> tuple[str, ...]:
    """The first of the questions often asked, in the page's order."""
    return tuple(one.ask[language] for one in campaign.faq.items[:QUESTIONS]) if campaign.faq else ()


def _urgent_paths(campaign: Campaign) -> frozenset[str] | None:
    """The path of each page that the urgent notice stands on; None where it stands on all."""
    keys = concerned(campaign)
    return None if keys is None else frozenset(urls.page(*key) for key in keys)


def _changes(said: Words, files: Collection[str]) -> tuple[tuple[str, str, str], ...]:
    """The forms of the feed of changes that the site has: media type, name and path."""
    forms = (("atom", said.keep_changes, urls.changes(said.language)), ("rss", said.keep_rss, urls.rss(said.language)))
    return tuple((f"application/{form}+xml", label, path) for form, label, path in forms if path in files)


def _tags(government: Government, language: str) -> tuple[tuple[str, str], ...]:
    """The site's and column's meta tags (国办发〔2017〕47号); what the office left empty isn't there."""
    values = (
        ("SiteName", government.site_name and government.site_name[language]),
        ("SiteDomain", government.site_domain),
        ("SiteIDCode", government.site_id_code),
        ("ColumnName", government.column_name and government.column_name[language]),
        ("ColumnType", government.column_type and government.column_type[language]),
    )
    return tuple((name, value) for name, value in values if value)


def _codes(government: Government, said: Words) -> tuple[str, ...]:
    code = government.site_id_code and f"{said.site_code}{said.colon}{government.site_id_code}"
    return tuple(one for one in (code, government.icp, government.police_record) if one)


def _articles(campaign: Campaign, language: str) -> dict[str, Article]:
    """The pages that are articles, by path: each event, and the plan."""
    host = campaign.campaign.organisers[0].name[language]
    articles = {
        urls.page("event", event.id): Article(
            event.changed_on.isoformat() if event.changed_on else "", event.host[language] if event.host else host
        )
        for event in campaign.events
    }
    if campaign.plan:
        issued, issuer = campaign.plan.issued, campaign.plan.issuer
        by = issuer[language] if issuer else host
        articles[urls.page("plan")] = Article(issued.isoformat() if issued else "", by)
    return articles


def _events(campaign: Campaign, language: str, site_url: str) -> dict[str, Callable[[], Markup]]:
    """What makes the structured data of each event, by its page's path."""

    def made(event: OutreachEvent, path: str) -> Callable[[], Markup]:
        return lambda: structured(campaign, event, language, address=site_url and site_url + path)

    paths = ((event, urls.page("event", event.id)) for event in campaign.events)
    return {path: made(event, path) for event, path in paths}


def by_role(campaign: Campaign, language: str) -> dict[str, tuple[str, ...]]:
    """The organisers' names by the role they have, roles and names in the office's own order."""
    found: dict[str, tuple[str, ...]] = {}
    for one in campaign.campaign.organisers:
        found[one.role[language]] = (*found.get(one.role[language], ()), one.name[language])
    return found


def has_samples(campaign: Campaign) -> bool:
    """True where any record, or the government's codes, are sample data."""
    marked = (kind.sample(campaign, record) for kind in kinds().values() for record in kind.records(campaign))
    return campaign.campaign.government.sample or any(marked)
