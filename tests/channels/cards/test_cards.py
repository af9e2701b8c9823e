"""Share cards: what each says, that it fits, that the square in its middle says it all, and what may go wrong."""

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from campaign.channels import Commission, cards, site
from campaign.channels.cards import making
from campaign.channels.cards.content import Voice, record_content
from campaign.channels.cards.planning import share_cards
from campaign.channels.cards.shorter import shorter
from campaign.channels.cards.words import words
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from campaign.kinds import kinds
from campaign.kinds.status import Status
from campaign.kinds.vignette import vignette
from campaign.read import read_campaign
from campaign.say.cutting import cut
from campaign.say.phrases import kept_together
from campaign.workshop.art import schemes
from campaign.workshop.art.tokens import contrast
from campaign.workshop.cache import Cache
from campaign.workshop.looks import BOWL_PAIRS, CARD_PAIRS, looks, shades
from campaign.workshop.making import Bench
from looking import some
from projects import GOOD, TOP

CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://ip.example.org/")


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _jobs(campaign, context=CONTEXT):
    commission = Commission(campaign=campaign, context=context)
    return {(one.language, one.page): one for one in share_cards(commission)}


def _picture(job):
    image = Image.open(io.BytesIO(making.make(job)["png"]))
    image.load()
    return image


@pytest.mark.parametrize("name", ["shipped", "small", "one_language"])
def test_every_page_has_a_card_of_its_title(name):
    """Whatever pages a campaign has, each language's card of each says the page's own title, or the theme.

    A display has its page once its frames are made: the built site's test counts those.
    """
    data = read_campaign(TOP / "campaign_data" if name == "shipped" else GOOD / name)
    jobs = _jobs(data)
    for language in some(data.languages):
        made = {page.path: page for page in site.render(data, CONTEXT, language)}
        shown = {path for tag, path in jobs if tag == language and not path.startswith("screens/")}
        assert shown == {path for path in made if not path.startswith("screens/")}
        for path, page in made.items():
            title = jobs[language, path].title
            named = {"home": data.theme.official[language], "theme": data.theme.official[language]}
            own = (named | {"plan": words(language).plan}).get(page.source.kind, page.title)
            assert title in own, path


def _changed(campaign, **changes):
    """The campaign with its first event changed."""
    first, *rest = campaign.outreach
    event = first.events[0].model_copy(update=changes)
    file = first.model_copy(update={"events": (event, *first.events[1:])})
    return replace(campaign, outreach=(file, *rest)), event


def test_an_event_card_says_when_and_where(campaign):
    """Day, hours, place, kind of place; both languages; and the sample mark, which a release doesn't bear."""
    event = campaign.events[0]
    job = _jobs(campaign)["zh", f"events/{event.id}/"]

    assert "".join(job.data["lines"]) == event.title["zh"]
    assert job.data["support"] == event.title["en"]
    assert "4月20日" in job.data["facts"][0]["body"]
    assert event.venue["zh"] in job.data["facts"][1]["body"]
    assert job.data["label"] == campaign.place_kind(event.place_kind).entry["zh"]
    assert job.data["marks"] == ["示例"]
    released = _jobs(campaign, replace(CONTEXT, release=True))["zh", f"events/{event.id}/"]
    assert released.data["marks"] == []


@pytest.mark.parametrize("form", ["gathering", "lecture", "forum", "visit"])
def test_each_form_of_work_asks_something_else_of_people(campaign, form):
    """What stands last; nobody is asked to come to what isn't on."""
    asked = {}
    for status in (Status.PLANNED, Status.CANCELLED):
        data, event = _changed(campaign, form=form, registration="none", status=status)
        content = record_content(Voice(data, CONTEXT, "zh"), Source(kind="event", id=event.id))
        asked[status] = content.call

    assert asked == {Status.PLANNED: campaign.form(form).action["zh"], Status.CANCELLED: ""}


def test_what_one_is_asked_stands_on_the_card_and_in_its_alt(campaign):
    """After when and where, and the first to go."""
    event = next(one for one in campaign.events if one.form == "visit")
    job = _jobs(campaign)["zh", f"events/{event.id}/"]
    asks = campaign.form("visit").action["zh"]

    told = [(fact["body"] == asks, fact["spare"]) for fact in job.data["facts"]]
    assert told == [(False, False), (False, False), (True, True)]
    assert job.alt.endswith(asks)


def test_a_card_opens_with_the_picture_of_its_page(campaign):
    """A record's card with the record's own, one to learn from with its subject's; others with the seal."""
    written = {"zh": {"learn/": "学知识", "learn/report/": "怎样举报"}}
    found = {one.page: one for one in share_cards(Commission(campaign=campaign, context=CONTEXT, written=written))}
    priority, booth = campaign.priorities.priorities[1], campaign.booths[0]

    assert found[f"priorities/{priority.id}/"].data["vignette"] == priority.vignette
    assert found[f"exhibition/booths/{booth.id}/"].data["vignette"] == vignette(booth, campaign.zone(booth.zone))
    assert found["learn/report/"].data["vignette"] == "advice"
    assert [found[page].data["vignette"] for page in ("", "programme/", "learn/")] == [None] * 3


def test_the_picture_is_drawn_in_its_bowl(campaign):
    """In the colours of the hand on paper, above everything the card says, in the middle of the square."""
    job = _jobs(campaign)["zh", f"exhibition/booths/{campaign.booths[0].id}/"]
    pictures = _picture(job), _picture(replace(job, data={**job.data, "vignette": None}))
    colours = {name: job.data["palette"][name] for name in ("bowl", "v-teal", "v-ochre", "v-ink")}
    bowl, seal = (one.crop((520, 14, 680, 150)) for one in pictures)

    for name, colour in some(colours.items()):
        assert _area(bowl, colour) > 50 + _area(seal, colour), name


def _area(image, colour):
    """How many pixels are exactly of this colour."""
    found = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return next((count for count, one in image.convert("RGB").getcolors(100_000) if one == found), 0)


def test_what_is_different_now_is_on_the_card(campaign):
    """A cancelled event says so, in words, in the picture and in its alt."""
    data, event = _changed(campaign, status=Status.CANCELLED)
    job = _jobs(data)["zh", f"events/{event.id}/"]

    assert job.data["notice"] == "已取消"
    assert job.alt.startswith("已取消")


def test_english_of_the_theme_is_marked(campaign):
    """The official theme in another language is an unofficial translation, on the card as everywhere; the card in the
    language it was written in shows no translation, so it has nothing to disclaim."""
    jobs, theme = _jobs(campaign), campaign.theme.official

    assert (jobs["en", "theme/"].data["marks"], jobs["en", "theme/"].data["support"]) == (
        ["Unofficial translation"],
        theme["zh"],
    )
    assert (jobs["zh", "theme/"].data["marks"], jobs["zh", "theme/"].data["support"]) == ([], None)
    assert jobs["zh", "programme/"].data["marks"] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_disclaimed_is_disclaimed_in_the_card_s_language(campaign, language):
    """Nobody is warned in a language they may not read."""
    known = words(language)
    marks = {mark for (tag, _), job in _jobs(campaign).items() if tag == language for mark in job.data.get("marks", ())}

    assert {known.sample} <= marks <= {known.sample, known.translation}


@pytest.mark.slow
def test_the_square_in_the_middle_holds_every_letter(campaign):
    """WeChat cuts out the middle 630 pixels: outside them nothing is drawn in the colour of letters."""
    for page in ("", f"events/{campaign.events[3].id}/", "counties/jishishan/", "exhibition/"):
        for language in some(campaign.languages):
            job = _jobs(campaign)[language, page]
            image = _picture(job)
            assert image.size == (1200, 630)
            left, _, right, _ = _where(image, job.data["palette"]["text"])
            assert left >= 285, (page, language)
            assert right <= 915, (page, language)


def _where(image, colour):
    """The box around everything in exactly this colour."""
    shades = [image.getpalette()[at : at + 3] for at in range(0, len(image.getpalette()), 3)]
    index = shades.index([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return image.point([255 * (one == index) for one in range(256)]).getbbox()


def test_no_text_is_too_long(campaign):
    """The longest texts a campaign may hold make a card all the same: cut, with an ellipsis."""
    long = Localized({"zh": "知识产权，" * 99, "en": "Intellectual property outreach " * 16})
    data, event = _changed(campaign, title=long, venue=long)
    for language in campaign.languages:
        job = _jobs(data)[language, f"events/{event.id}/"]

        assert _picture(job).size == (1200, 630)


def test_a_word_without_a_break_makes_a_card_too(campaign):
    """Neither an endless word nor Chinese without a pause stops a build."""
    for text in ("a" * 400, "知" * 400):
        data, event = _changed(campaign, title=Localized.same(text, campaign.languages))
        assert _picture(_jobs(data)["zh", f"events/{event.id}/"]).size == (1200, 630)


@pytest.mark.parametrize(
    ("text", "ratio", "left"),
    [
        ("入户走访绣娘：新绣样登记一下，心里更踏实", 1.2, "入户走访绣娘：新绣样登记一下…"),
        ("Reading shop signs: whose name is over the door", 1.5, "Reading shop signs: whose name…"),
        ("知知知知知知知知知知", 2.0, "知知知知知…"),
        ("aaaaaaaaaa", 2.0, "aaaaa…"),
        ("知…", 9.0, "知…"),
    ],
)
def test_a_text_is_cut_where_its_sense_breaks(text, ratio, left):
    """After a clause or a word where one ends late enough; never to nothing."""
    assert cut(text, ratio, kept_together("zh")) == left


@pytest.mark.parametrize("most", range(1, 12))
def test_a_cut_never_goes_through_a_name(most):
    """However short it must be, the text ends before a name or after it."""
    text = "深入学习贯彻习近平总书记重要讲话"

    left = cut(text, len(text) / most, kept_together("zh"))

    assert "习近" not in left or "习近平" in left
    assert len(left) < len(text)


def test_a_name_at_the_head_stays_whole():
    """A text can't end before its first name: it ends after it."""
    assert cut("习近平总书记重要讲话", 9.0, kept_together("zh")) == "习近平…"


def test_a_title_gives_up_its_support_first():
    """What can be spared, its own lines, then the other language, and only then its end."""
    keep = kept_together("zh")
    facts = [{"body": "时间", "spare": False}, {"body": "来听一课", "spare": True}]
    data = {"lines": ["一二三", "四五六"], "support": "one to six", "keep": keep, "facts": facts}

    spared = shorter(data, "title", 1.1)
    joined = shorter(spared, "title", 1.1)
    alone = shorter(joined, "title", 1.1)
    short = shorter(alone, "title", 1.1)

    assert spared == shorter(data, "facts", 1.1) == {**data, "facts": facts[:1]}
    assert joined == {**spared, "lines": ["一二三四五六"]}
    assert alone == {**joined, "support": None}
    assert short == {**alone, "lines": ["一二三四…"]}


def test_a_character_the_font_lacks_is_a_problem_with_its_record(campaign, tmp_path):
    """As for posters: the character, the record, no picture with a box in it."""
    data, event = _changed(campaign, title=Localized({"zh": "认一认这朵🪻", "en": "Sign"}))
    job = _jobs(data)["zh", f"events/{event.id}/"]

    with pytest.raises(CampaignDataError) as raised:
        cards.render([job], Bench(cache=Cache(tmp_path)))

    assert event.id in str(raised.value)
    assert "U+1FABB" in str(raised.value)


def test_a_picture_is_the_same_from_the_cache_and_made_again(campaign, tmp_path):
    """The same bytes; another title, another key."""
    job = _jobs(campaign)["zh", "programme/"]
    first = cards.render([job], Bench(cache=Cache(tmp_path / "a")))

    assert first == cards.render([job], Bench(cache=Cache(tmp_path / "a")))
    assert first == cards.render([job], Bench(cache=Cache(tmp_path / "b")))
    assert cards.CRAFT.key(job) != cards.CRAFT.key(replace(job, data={**job.data, "lines": ["别的"]}))


def test_every_look_can_be_read(campaign):
    """Letters on their ground, labels on theirs: WCAG AA, with every colour staff chose."""
    tints = [one.tint for one in campaign.six_entries.place_kinds] + [one.tint for one in campaign.exhibition.zones]
    found = [looks(name) for name in some(schemes.DRAWN)]
    for look in [*found, *(looks("tint", tint=tint) for tint in [*tints, "#FFFF00", "#808080", "#000000"])]:
        for under, over in (("ground", "text"), ("label", "on-label"), ("notice", "on-notice")):
            assert contrast(look[under], look[over]) >= 4.5, (look, under)
        assert len(shades(look, CARD_PAIRS)) <= 32
        assert len(shades(look, [*CARD_PAIRS, *BOWL_PAIRS])) <= 48


def test_every_kind_of_record_with_a_page_is_told(campaign):
    """No page is without its card for want of a brief."""
    paged = [kind for kind in kinds().values() if kind.folder]

    assert all(kind.brief for kind in some(paged))


def test_a_release_and_a_switch_change_what_is_made(campaign):
    """`sections` leaves out events and booths; `none` leaves out all."""

    def shared(value):
        head = campaign.campaign.model_copy(update={"share_cards": value})
        return {page for _, page in _jobs(replace(campaign, campaign=head))}

    every, sections = shared("all"), shared("sections")
    assert shared("none") == set()
    assert every - sections == {page for page in every if page.startswith(("events/", "exhibition/booths/"))}
    assert "programme/" in sections
