"""Articles: what the account's editor keeps and nothing else, all that the message says, and a code that is read."""

import json
import re
from dataclasses import replace

import pytest

from campaign.channels.messages import enclosures
from campaign.channels.messages.articles import drawing, making, markup
from campaign.channels.messages.articles.allowed import breaches
from campaign.channels.messages.articles.content import content
from campaign.channels.messages.articles.shown import pictures
from campaign.channels.messages.enclosures import article as maker
from campaign.core.language import Localized
from campaign.kinds import kinds, pages
from campaign.kinds.status import Status
from campaign.workshop.faults import ProofError
from campaign.workshop.pictures import grey
from campaign.workshop.pictures.png import size_px
from campaign.workshop.qr import Pixels, png, read, symbol
from looking import some
from plans import commission, composed, event, shipped, with_messages

DOT = png(symbol("HTTPS://IP.EXAMPLE.ORG/Q/2C3D4/", largest_version=40), module_px=1)
EVENT = "yj-market-gi-labels"


def written(*messages, campaign=None):
    """Each message's content, and its article with a dot for each picture."""
    wanted = [{"channel": "wechat-article", **one} for one in messages]
    asked = commission(with_messages(*wanted, campaign=campaign))
    for one in composed(*wanted, campaign=campaign):
        data = json.loads(json.dumps(content(asked, one)))
        yield one, data, markup.article(data, {shown.key: DOT for shown in pictures(data)})


def about(subject, record=None, **more):
    """A message about something, in either language."""
    return {"subject": subject, **({"record": record} if record else {}), "languages": ["zh", "en"], **more}


def words_of(html):
    """What a reader sees."""
    return re.sub(r"<[^>]+>", " ", html)


def _subjects():
    campaign = shipped().campaign
    for name, kind in kinds().items():
        if kind.brief and name != "display":
            yield about(name, next(iter(kind.records(campaign))).id)
    yield from (about(name) for name, page in pages().items() if page.brief and page.there(campaign))
    yield about("today", at="2024-04-22 07:00")


def test_every_subject_is_an_article_that_the_editor_keeps():
    """Whatever it is about, in either language: nothing dropped, no address, every picture within; and it says what
    the message says of when and where."""
    found = list(written(*_subjects()))

    assert len(found) > 20
    for one, data, html in some(found):
        assert breaches(html) == [] and html.startswith("<section style=") and html.count("<img") >= 1
        seen = words_of(html)
        assert "None" not in seen and "{" not in seen and one.sender in seen
        for _, value in data["facts"]:
            assert value in seen.replace("&nbsp;", " ")
        assert data["about"] or data["lead"] or data["events"]


def test_events_are_all_there():
    """An article has room for each with its day, its hours and its place; a short message cuts its list."""
    (one, data, html), *_ = written(about("place_kind", "internet"))

    assert len(data["events"]) > 6 and one.text.count("……等") == 1
    for listed in some(data["events"]):
        for part in ("day", "weekday", "clock", "title", "place"):
            assert listed[part] in html


def test_news_stands_at_the_head():
    """What is called off says so first, and nobody is asked to come."""
    changed = event(
        EVENT, status=Status.CANCELLED, change=Localized({"zh": "因天气取消。", "en": "Off, for the weather."})
    )
    (_, data, html), *_ = written(about("event", EVENT), campaign=changed)

    assert data["mark"] == "取消" and words_of(html).split()[0] == "取消"
    assert not data["facts"] and not data["call"] and "因天气取消" in html


def test_own_words_stay_as_they_are():
    """Paragraph by paragraph, escaped, with the code and the signature round them and nothing of ours between."""
    own = {"zh": "第一段：<b>不是标签</b> style=“x”。\n\n第二段。"}
    ((_, data, html),) = written({"subject": "theme", "text": own, "title": {"zh": "标题"}})

    assert [part for part, _ in data["about"]] == ["第一段：<b>不是标签</b> style=“x”。", "第二段。"]
    assert "&lt;b&gt;不是标签&lt;/b&gt; style=“x”。" in html and not data["lead"] and not data["events"]


KEPT = '<section style="color: #fff;"><p style="margin: 0;">文</p></section>'
BREACHES = {
    "class": KEPT.replace("<p ", '<p class="x" '),
    "id": KEPT.replace("<p ", '<p id="x" '),
    "onclick": KEPT.replace("<p ", '<p onclick="x()" '),
    "<a>": KEPT.replace("文", '<a href="https://example.cn/">文</a>'),
    "<script>": KEPT + "<script>1</script>",
    "<ul>": KEPT + "<ul><li>文</li></ul>",
    "position": KEPT.replace("margin: 0", "position: fixed"),
    "font-family": KEPT.replace("margin: 0", "font-family: x"),
    "display: grid": KEPT.replace("margin: 0", "display: grid"),
    "url(": KEPT.replace("#fff", "url(x)"),
    "var(": KEPT.replace("#fff", "var(--red)"),
    "elsewhere": KEPT + '<section><p><img src="https://ip.example.org/a.png" alt=""></p></section>',
    "is none": KEPT + '<section><p><img src="data:image/png;base64,AAAA" alt=""></p></section>',
    "alt": KEPT + f'<section><p><img src="{markup._address(DOT)}"></p></section>',
    "never closed": '<section style="color: #fff;"><p>文</p>',
    "closes nothing": KEPT + "</p>",
    "taken apart": "<section><p><section></section></p></section>",
    "outside": "<section>文</section>",
    "an address": KEPT.replace("文", "见 https://ip.example.org/q/2c3d4/"),
    "ip.example.cn": KEPT.replace("文", "见 ip.example.cn/q/2c3d4/").replace("ip.example.cn/q/2c3d4/", "ip.example.cn"),
    "a comment": KEPT + "<!-- x -->",
}


def test_what_the_editor_keeps_is_no_breach():
    """The least article there is."""
    assert breaches(KEPT) == []


@pytest.mark.parametrize("what", BREACHES)
def test_what_the_editor_drops_is_found(what):
    """A tag, an attribute, a style, a picture or a link that would be lost, changed or refused on saving."""
    found = breaches(BREACHES[what])

    assert found and what in " ".join(found)


def test_an_article_that_the_editor_would_change_is_refused(monkeypatch):
    """Our mistake, never published: the build stops and says what."""
    monkeypatch.setattr(markup, "_cleaned", lambda html: html)

    with pytest.raises(ProofError, match="the editor drops class of <section>"):
        list(written(about("theme")))


def test_its_files_are_the_page_the_document_and_its_pictures_in_order():
    """Numbered as they stand in it; the code among them is read back as the printed address."""
    wanted = about("county", "kangle", channel="wechat-article", languages=["zh"])
    asked = commission(with_messages(wanted))
    (one,) = composed(wanted)
    (job,) = maker.jobs(asked, one)
    made = making.make_article(job)
    shown = [part.name for part in job.parts if part.role == "picture"]

    assert set(made) == {part.name for part in job.parts} and made == making.make_article(job)
    assert [int(name[:2]) for name in shown] == list(range(1, len(shown) + 1)) and shown[-1].endswith("-code.png")
    (code,) = read(Pixels(*size_px(made[shown[-1]]), grey(made[shown[-1]])))
    assert code.payload == asked.imprint("county", "kangle").payload
    held = json.loads(
        re.search(r'type="application/json" id="article">(.*?)</script>', made["article.html"].decode())[1]
    )
    assert breaches(held["html"]) == [] and held["text"] == one.text
    assert [name for name, content in made.items() if len(content) > 100_000] == []


def test_a_code_that_cant_be_read_is_refused(monkeypatch):
    """As on paper: no picture of it leaves the workshop."""
    monkeypatch.setattr(drawing, "prove", lambda pixels, meant: ["can't be read back"])

    with pytest.raises(ProofError):
        drawing.drawn("code", {"payload": "HTTPS://IP.EXAMPLE.ORG/Q/2C3D4/"})


def test_other_channels_have_none():
    """An article's files go with an article alone, and so with the documents."""
    (sms,) = composed({"subject": "theme", "channel": "sms"})

    sorts = {name for name, one in enclosures.makers().items() if list(one.jobs(commission(with_messages()), sms))}
    assert not sorts & {"article", "press_release", "broadcast"}
    assert replace(sms, enclosing=()).enclosed == ()
