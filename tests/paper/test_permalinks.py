"""Short codes, payloads, and the pages that printed addresses lead to."""

import re
import string
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign import paper
from campaign.channels import permalinks
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from campaign.kinds.printed import PermalinksFile
from campaign.paper import code as codes_room
from campaign.paper.code import ALPHABET, LENGTH, is_code, short_code
from campaign.paper.ledger import Ledger, Mark, Print
from campaign.read import read_campaign
from campaign.workshop.qr import symbol
from looking import some
from on_paper import TODAY, codes, printed, small, with_events, with_exhibition

HERE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def every_code():
    """Every valid code there is."""
    return {"".join(four) + codes_room._check("".join(four)) for four in product(ALPHABET, repeat=LENGTH - 1)}


def test_the_alphabet_has_no_look_alikes():
    """Of each set of characters that look or are written alike one at most is used; all are typed without shift."""
    assert len(ALPHABET) == len(set(ALPHABET)) == 23
    assert set(ALPHABET) <= set(string.digits + string.ascii_lowercase)
    for alike in ("0oq", "1il", "2z", "5s", "6b", "9gq", "uv", "ae", "8b", "7l1"):
        assert len(set(alike) & set(ALPHABET)) <= 1


def test_every_code_is_valid(every_code):
    """There are 23^4 codes, and `is_code` knows them all."""
    assert len(every_code) == 23**4
    assert all(is_code(code) for code in every_code)


@pytest.mark.parametrize("place", range(LENGTH))
def test_a_wrong_character_is_caught_wherever_it_stands(every_code, place):
    """No two codes differ in one place alone: without that place all remain different (exhaustive)."""
    assert len({code[:place] + code[place + 1 :] for code in every_code}) == len(every_code)


@pytest.mark.parametrize("first, second", [(a, b) for a in range(LENGTH) for b in range(a + 1, LENGTH)])
def test_two_swapped_characters_are_caught(every_code, first, second):
    """Swapping any two different characters of a code gives no code, side by side or not (every code, exhaustive)."""
    for code in some(code for code in every_code if code[first] != code[second]):
        signs = list(code)
        signs[first], signs[second] = signs[second], signs[first]
        assert "".join(signs) not in every_code


@pytest.mark.parametrize("text", ["", "2", "mx3y", "mx3yjj", "MX3YJ", "mx3y ", "mx3yl", "ｍx3yj"])
def test_what_is_no_code(text):
    """A code has five characters of the alphabet."""
    assert not is_code(text)


@given(st.sets(st.text(alphabet=string.ascii_lowercase + string.digits, min_size=1), max_size=60))
@settings(deadline=None)
def test_codes_are_all_different_and_none_is_taken(ids):
    """However many records there are, each gets a code of its own, and the same one in any order of asking."""
    taken = set()
    for record_id in sorted(ids):
        code = short_code("event", record_id, taken=taken)
        assert is_code(code) and code not in taken
        taken.add(code)
    assert len(taken) == len(ids)


def test_a_collision_is_settled_the_same_way_each_time(monkeypatch):
    """Where codes collide, the next of the record's own series is taken."""
    monkeypatch.setattr(codes_room, "_nth", lambda seed: "22222" if seed.endswith("/0") else f"3333{seed[-1]}")

    assert short_code("event", "a") == "22222"
    assert short_code("event", "a", taken={"22222"}) == "33331"
    assert short_code("event", "a", taken={"22222", "33331"}) == "33332"


def test_golden_codes():
    """The derivation of a code is for ever: these stand on paper."""
    assert short_code("home", "") == "mx3yj"
    assert short_code("theme", "") == "4xjfy"


def test_everything_the_public_can_reach_has_a_code(campaign):
    """Each page and record of the issue's list has one code, no two the same."""
    found = codes(campaign)

    assert {kind for kind, _ in found} >= {
        "home", "theme", "priorities", "priority", "activities", "activity", "six-entries", "place_kind", "programme",
        "event", "exhibition", "booth", "board", "counties", "county", "downloads",
    }  # fmt: skip
    assert len(set(found.values())) == len(found) > 30


def test_the_shipped_payload_is_within_32_bytes():
    """The payload of the shipped campaign is ASCII, 32 bytes or fewer, and so fits version 3 at level Q."""
    campaign = read_campaign(HERE.parent / "campaign_data")

    texts = {paper.payload(campaign.campaign.site_address, code) for code in codes(campaign).values()}

    assert max(len(text.encode("ascii")) for text in texts) <= 32
    assert {symbol(text).version for text in texts} == {3}


def test_each_page_names_the_record_in_each_language_and_leads_there(campaign):
    """A plain link per language, the first language's also as an instant refresh; canonical, not indexed, no script."""
    event = campaign.events[0]
    page = page_of(campaign, "event", event.id)

    for language, folder in zip(campaign.languages, ("", f"{campaign.languages[1]}/"), strict=True):
        assert event.title[language] in page
        assert f'<a href="../../{folder}events/{event.id}/index.html">' in page
    assert f'<meta http-equiv="refresh" content="0; url=../../events/{event.id}/index.html">' in page
    assert f'<link rel="canonical" href="{campaign.campaign.site_address}events/{event.id}/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert all(organiser.name[tag] in page for organiser in campaign.campaign.organisers for tag in campaign.languages)
    assert "<script" not in page and "javascript:" not in page


def test_no_address_in_a_page_depends_on_where_the_site_stands(campaign):
    """Every link is relative and names a file, so any sub-folder and a memory stick do; only canonical is absolute."""
    made_pages = permalinks.pages(campaign, context(campaign), book(campaign))
    for made in some(one for one in made_pages if one.path.endswith(".html")):
        page = made.content.decode()
        links = re.findall(r'<a href="([^"]*)"', page) + re.findall(r'url=([^"]*)"', page)
        assert links and all(re.match(r"\.\./\.\./(?!.*\.\.)(?:.*/)?index\.html(?:#.*)?$", link) for link in links)


def test_markup_in_a_name_stays_text(campaign):
    """What was typed is what is seen."""
    event = campaign.events[0].model_copy(update={"title": Localized.same("<b>&amp;\"'</b>", campaign.languages)})

    page = page_of(with_events(campaign, [event]), "event", event.id)

    assert "&lt;b&gt;&amp;amp;&#34;&#39;&lt;/b&gt;" in page
    assert "<b>" not in page


def test_a_sample_record_is_marked_in_a_preview(campaign):
    """The page of a sample record bears the sample mark, another one doesn't."""
    first, second = campaign.events[:2]
    both = [first.model_copy(update={"sample": True}), second.model_copy(update={"sample": False})]
    changed = with_events(campaign, both)

    assert 'class="sample"' in page_of(changed, "event", first.id)
    assert 'class="sample"' not in page_of(changed, "event", second.id)


def test_a_removed_record_keeps_a_page_that_says_so(campaign):
    """The page gives the name that was printed, says it is over, leads to the programme, sends nobody on by itself."""
    gone, *rest = campaign.events
    ledger, code = printed(campaign), codes(campaign)["event", gone.id]

    page = page_at(with_events(campaign, rest), code, ledger)

    assert all(gone.title[tag] in page for tag in campaign.languages)
    assert 'href="../../programme/index.html"' in page
    assert "refresh" not in page


def test_a_removed_record_may_name_another_to_see_instead(campaign):
    """`over: instead:` leads to another record of the kind, also after that one was renamed."""
    gone, other, *rest = campaign.events
    code = codes(campaign)["event", gone.id]
    said = PermalinksFile.model_validate({"over": [{"kind": "event", "id": gone.id, "instead": other.id}]})
    left = replace(with_events(campaign, [other, *rest]), permalinks=said)
    ledger = printed(left, printed(campaign))

    assert f'href="../../events/{other.id}/index.html"' in page_at(left, code, ledger)

    new = other.model_copy(update={"id": "new-id"})
    said = said.model_copy(update={"renamed": renamed(other.id, "new-id").renamed})
    assert 'href="../../events/new-id/index.html"' in page_at(
        replace(with_events(campaign, [new, *rest]), permalinks=said), code, ledger
    )


def test_a_renamed_record_keeps_its_code(campaign):
    """Once declared, the code leads to the new id; the former id, used again, gets another code."""
    event, *rest = campaign.events
    ledger, code = printed(campaign), codes(campaign)["event", event.id]
    new = event.model_copy(update={"id": "renamed"})
    declared = replace(with_events(campaign, [new, *rest]), permalinks=renamed(event.id, "renamed"))

    assert codes(declared, ledger)["event", "renamed"] == code
    later = printed(declared, ledger)
    other = event.model_copy(update={"title": Localized.same("Another", campaign.languages)})
    again = codes(replace(with_events(declared, [new, other, *rest])), later)
    assert again["event", "renamed"] == code != again["event", event.id]


def test_an_undeclared_rename_is_refused(campaign):
    """A printed record that is gone while a new one has its name stops everything, with both ways out."""
    event, *rest = campaign.events
    moved = with_events(campaign, [event.model_copy(update={"id": "renamed"}), *rest])

    problem = only_problem(moved, printed(campaign))

    assert event.id in problem.what.en and "renamed" in problem.what.en
    assert "renamed:" in problem.hint.en and "over:" in problem.hint.en


def test_an_id_is_not_given_to_something_else(campaign):
    """A printed id with another name and another text is refused until it is declared the same."""
    event, *rest = campaign.events
    other = event.model_copy(update=dict.fromkeys(("title", "summary"), Localized.same("Other", campaign.languages)))
    changed, ledger = with_events(campaign, [other, *rest]), printed(campaign)

    assert "is it the same?" in only_problem(changed, ledger).what.en

    declared = replace(changed, permalinks=same(event.id, "rewritten"))
    code = codes(campaign)["event", event.id]
    assert codes(declared, ledger)["event", event.id] == code


def other_board(campaign):
    """The board's number stays on its stand; another board hangs there."""
    board, *rest = campaign.boards
    texts = {"title": anew(board.title), "text": anew(board.text)}
    return ("board", board.id), with_exhibition(campaign, boards=(board.model_copy(update=texts), *rest))


def other_stand(campaign):
    """The booth's number stays where it is; another exhibitor stands there with other offers."""
    booth, *rest = campaign.booths
    host = next(one for one in campaign.exhibition.exhibitors if one.id != booth.exhibitor)
    given = booth.model_copy(update={"exhibitor": host.id, "offers": anew(booth.offers)})
    return ("booth", booth.id), with_exhibition(campaign, booths=(given, *rest))


def other_exhibitor(campaign):
    """The same with the exhibitor's own record written over."""
    booth, *rest = campaign.booths
    hosts = [
        one.model_copy(update={"name": anew(one.name)}) if one.id == booth.exhibitor else one
        for one in campaign.exhibition.exhibitors
    ]
    given = booth.model_copy(update={"offers": anew(booth.offers)})
    return ("booth", booth.id), with_exhibition(campaign, exhibitors=tuple(hosts), booths=(given, *rest))


@pytest.mark.parametrize("change", [other_board, other_stand, other_exhibitor])
def test_a_number_on_the_plaza_is_not_what_is_printed(campaign, change):
    """A board or booth that kept its id and number and nothing else is another: refused until declared the same."""
    (kind, record_id), changed = change(campaign)
    ledger = printed(campaign)

    assert "is it the same?" in only_problem(changed, ledger).what.en

    declared = PermalinksFile.model_validate({"same": [{"kind": kind, "id": record_id, "reason": "rewritten"}]})
    assert (
        codes(replace(changed, permalinks=declared), ledger)[kind, record_id] == ledger.by_record[kind, record_id].code
    )


@pytest.mark.parametrize("kept", ["offers", "exhibitor"])
def test_a_booth_is_the_same_while_something_of_it_is(campaign, kept):
    """New offers of the same exhibitor under a new number, the same offers by another: nothing to declare."""
    booth, *rest = campaign.booths
    host = next(one for one in campaign.exhibition.exhibitors if one.id != booth.exhibitor)
    edits = {"number": "99", "exhibitor": host.id, "offers": anew(booth.offers)}
    del edits[kept]
    changed = with_exhibition(campaign, booths=(booth.model_copy(update=edits), *rest))

    assert codes(changed, printed(campaign))["booth", booth.id] == codes(campaign)["booth", booth.id]


def test_a_ledger_written_before_exhibitors_counted_still_holds(campaign):
    """Older lines say a booth's number, not its exhibitor; who stood there is in what the sheets said."""
    ledger = Ledger().with_more(as_before(entry) for entry in printed(campaign).entries)
    booth, *rest = campaign.booths
    rewritten = with_exhibition(campaign, booths=(booth.model_copy(update={"offers": anew(booth.offers)}), *rest))

    assert codes(campaign, ledger) == codes(rewritten, ledger) == codes(campaign)
    for change in (other_board, other_stand, other_exhibitor):
        assert "is it the same?" in only_problem(change(campaign)[1], ledger).what.en


def as_before(entry):
    """A print entry as it was written while numbers told what a record is."""
    if not isinstance(entry, Print) or entry.kind not in ("booth", "board"):
        return entry
    said = {path: text for path, text in entry.essence.items() if not path.startswith("exhibitor.")}
    return replace(entry, essence={"number": "A1"} | said)


def test_a_record_that_is_over_comes_back_only_when_declared(campaign):
    """After a release has noted it over, its id is refused until declared the same; each declaration counts once."""
    event, *rest = campaign.events
    ledger = printed(with_events(campaign, rest), printed(campaign))

    assert "declared over" in only_problem(campaign, ledger).what.en

    back = replace(campaign, permalinks=same(event.id, "back in autumn"))
    ledger = printed(back, ledger)
    assert not ledger.by_record["event", event.id].over
    over_again = printed(replace(with_events(campaign, rest), permalinks=same(event.id, "back in autumn")), ledger)
    assert "declared over" in only_problem(back, over_again).what.en


@pytest.mark.parametrize(
    "declared, part",
    [
        ({"renamed": [{"kind": "event", "former": "no-such", "now": "EVENT", "reason": "x"}]}, "never printed"),
        ({"renamed": [{"kind": "event", "former": "EVENT", "now": "x", "reason": "x"}]}, "still in the data"),
        ({"over": [{"kind": "event", "id": "no-such"}]}, "never printed"),
        ({"over": [{"kind": "event", "id": "EVENT"}]}, "still in the data"),
    ],
)
def test_a_declaration_that_fits_nothing_is_refused(campaign, declared, part):
    """A slip of the pen in paper.yml is told there, never obeyed half."""
    text = {
        k: [{a: b.replace("EVENT", campaign.events[0].id) for a, b in one.items()} for one in v]
        for k, v in declared.items()
    }

    problem = only_problem(replace(campaign, permalinks=PermalinksFile.model_validate(text)), printed(campaign))

    assert part in problem.what.en
    assert problem.place.path == "campaign_data/permalinks.yml"


def test_a_rename_onto_a_printed_record_is_refused(campaign):
    """Two codes can't share a record: the second keeps its own page."""
    gone, other, *rest = campaign.events
    declared = replace(with_events(campaign, [other, *rest]), permalinks=renamed(gone.id, other.id))

    assert "code of its own" in only_problem(declared, printed(campaign)).what.en


def test_another_site_address_needs_a_declaration_with_a_reason(campaign):
    """Once something is printed, the site's address changes only when `moved:` says from where, to where and why."""
    ledger, there = printed(campaign), at(campaign, "https://new.example.net/")

    assert only_problem(there, ledger).place.path == "campaign_data/campaign.yml"

    said = {"former": campaign.campaign.site_address, "now": "https://new.example.net/", "reason": "new host"}
    declared = replace(there, permalinks=PermalinksFile.model_validate({"moved": [said]}))
    assert codes(declared, ledger) == codes(campaign, ledger)
    assert printed(declared, ledger).site == "https://new.example.net/"


def test_a_print_address_is_what_is_printed(campaign):
    """Codes, and the addresses under them, are of the print address; one that is the site's own changes nothing."""
    short, same = (printed_at(campaign, one) for one in ("https://w.example.net/", campaign.campaign.site_address))

    assert {one.payload for one in book(short).imprints.values()} == {
        f"https://w.example.net/q/{code}/" for code in codes(campaign).values()
    }
    assert book(short).imprint("home").shown == f"w.example.net/q/{codes(campaign)['home', '']}"
    assert book(same).imprints == book(campaign).imprints


def test_a_print_address_given_after_printing_is_a_declared_move(campaign):
    """It is told at its own key; the site still stands at the former address, so no host has to send anything on."""
    ledger, short = printed(campaign), printed_at(campaign, "https://w.example.net/")

    problem = only_problem(short, ledger)
    said = {"former": campaign.campaign.site_address, "now": "https://w.example.net/", "reason": "short"}
    declared = replace(short, permalinks=PermalinksFile.model_validate({"moved": [said]}))

    assert problem.place.path == "campaign_data/campaign.yml" and "former host" not in problem.hint.en
    assert "former host" in only_problem(at(campaign, "https://new.example.net/"), ledger).hint.en
    assert printed(declared, ledger).site == "https://w.example.net/"


OLD, NEW, PAPER = "https://water.tideford.cn/week-2025/", "https://new.example.net/", "https://w.example.net/"
THEME = "posters/theme.pdf"
SHEET = {("home", ""): {THEME: "0" * 64}}


def in_two_addresses(campaign):
    """Paper with the site's own address, then a print address, declared while the site still stands where it stood."""
    ledger = printed(at(campaign, OLD), files=SHEET)
    return printed(declaring(printed_at(at(campaign, OLD), PAPER), OLD, PAPER), ledger, files=SHEET)


def declaring(campaign, former, now):
    said = {"moved": [{"former": former, "now": now, "reason": "new host"}]}
    return replace(campaign, permalinks=PermalinksFile.model_validate(said))


def test_a_site_that_leaves_an_address_older_paper_carries_must_say_so(campaign):
    """Behind a print address too; what was said of that address while the site stood there promised nothing."""
    ledger, there = in_two_addresses(campaign), printed_at(at(campaign, NEW), PAPER)

    problem = only_problem(there, ledger)

    assert problem.add == ("moved:", f"  - former: {OLD}", f"    now: {NEW}", "    reason: 网站搬家")
    assert problem.place.path == "campaign_data/campaign.yml"
    assert only_problem(declaring(there, OLD, PAPER), ledger) == problem
    said = printed(declaring(there, OLD, NEW), ledger)
    assert said.site == PAPER and said.sent_on[OLD].sends_on
    assert printed(there, said) == said, "once written down the line may go"


def test_an_address_that_no_paper_out_there_carries_may_be_left(campaign):
    """Taken down, or never hung: nothing leads astray. Paper with the print address asks for nothing."""
    ledger, there = in_two_addresses(campaign), printed_at(at(campaign, NEW), PAPER)
    home = ledger.by_record["home", ""]
    editions = [one.edition for one in home.prints[THEME]]
    gone = {"day": TODAY, "state": "taken-down", "code": home.code, "kind": "home", "id": "", "path": THEME}

    down = ledger.with_more([Mark(**gone, edition=editions[0])])

    assert codes(there, down) == codes(campaign)
    assert only_problem(there, ledger.with_more([Mark(**gone, edition=editions[1])])).add


def test_a_move_whose_former_host_was_asked_to_send_on_is_not_asked_about_again(campaign):
    """The site and the paper's address change at once; later the site moves on behind the print address."""
    ledger = printed(at(campaign, OLD), files=SHEET)
    ledger = printed(declaring(printed_at(at(campaign, NEW), PAPER), OLD, PAPER), ledger, files=SHEET)

    later = printed_at(at(campaign, "https://third.example.net/"), PAPER)

    assert printed(later, ledger).site == PAPER


@pytest.mark.parametrize("site, own", [(False, False), (True, False), (False, True)])
def test_paper_is_a_sample_where_its_address_or_the_site_is(campaign, site, own):
    """A print address that leads to a placeholder is no more certain than a placeholder."""
    head = {"site_address_sample": site, "print_address_sample": own, "print_address": "https://w.example.net/"}

    assert campaign.campaign.model_copy(update=head).paper_address_sample is (site or own)
    assert campaign.campaign.model_copy(update=head | {"print_address": None}).paper_address_sample is site


def test_a_preview_elsewhere_prints_the_real_address(campaign):
    """The payload is the campaign's own address even while a preview is served from this machine."""
    served = BuildContext(today=TODAY, site_address="http://127.0.0.1:8000/")

    payloads = {one.payload for one in paper.book(campaign, served, Ledger()).imprints.values()}

    assert all(text.startswith(campaign.campaign.site_address) for text in some(payloads))


def test_the_serial_on_paper_changes_only_with_what_is_said(campaign):
    """A second release of the same data prints the same serials; an edited event alone gets a new one."""
    campaign = with_events(campaign, campaign.events)
    ledger = printed(campaign)
    release = BuildContext(today=date(2024, 4, 21), site_address=campaign.campaign.site_address, release=True)
    first = paper.book(campaign, release, ledger).imprints
    event, *rest = campaign.events
    edited = with_events(
        campaign, [event.model_copy(update={"venue": Localized.same("Hall 9", campaign.languages)}), *rest]
    )

    second = paper.book(edited, release, ledger).imprints

    assert {key for key in first if first[key] != second[key]} == {
        ("event", event.id),
        ("county", campaign.county_of[event.id].id),
    }
    assert second["event", event.id].edition == ledger.next_serial + 1
    assert printed(campaign, ledger).entries == ledger.entries


# --- what the tests above are made with


@pytest.fixture(scope="module")
def campaign():
    return small()


def context(campaign):
    return BuildContext(today=TODAY, site_address=campaign.campaign.site_address)


def book(campaign, ledger=None):
    return paper.book(campaign, context(campaign), ledger or Ledger())


def page_at(campaign, code, ledger=None):
    pages = {made.path: made for made in permalinks.pages(campaign, context(campaign), book(campaign, ledger))}
    return pages[f"q/{code}/index.html"].content.decode()


def page_of(campaign, kind, record_id):
    return page_at(campaign, codes(campaign)[kind, record_id])


def at(campaign, site_address):
    return replace(campaign, campaign=campaign.campaign.model_copy(update={"site_address": site_address}))


def printed_at(campaign, print_address):
    return replace(campaign, campaign=campaign.campaign.model_copy(update={"print_address": print_address}))


def anew(text):
    """Other words in every language."""
    return Localized({tag: f"{tag} 全新 anew" for tag in text})


def renamed(former, now):
    said = {"kind": "event", "former": former, "now": now, "reason": "a better id"}
    return PermalinksFile.model_validate({"renamed": [said]})


def same(record_id, reason):
    return PermalinksFile.model_validate({"same": [{"kind": "event", "id": record_id, "reason": reason}]})


def only_problem(campaign, ledger):
    with pytest.raises(CampaignDataError) as refused:
        book(campaign, ledger)
    assert len(refused.value.problems) == 1
    return refused.value.problems[0]
