"""Two offices that both went on from one ledger: joined, every print of both stands; what can't stand is settled."""

import itertools

import pytest

import on_paper
from campaign import paper
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from campaign.paper import ledger as ledger_room
from campaign.paper.ledger import (
    FILE,
    HEAD,
    Ledger,
    Over,
    Pack,
    Print,
    Rename,
    Settled,
    Start,
    Witness,
    chain,
    joining,
)
from campaign.release import reprint
from looking import some
from offices import BOTH, COMMON, DAY, LATER, OURS, SITE, THEIRS, mark, printed, write


def join(*ledgers, **settled):
    return Ledger(ledger_room.join([one.sealed for one in ledgers], settled=Settled(**settled)))


def test_every_print_and_mark_of_both_stands():
    """Each code leads where it did, each note is there, and every head that either had lies in the joined ledger."""
    both = join(OURS, THEIRS)

    assert set(both.printed) == set(BOTH)
    assert both.printed["22x3y"].last.edition == 3 and both.printed["33x4y"].marks == OURS.printed["33x4y"].marks
    assert all(one in both.entries for one in some([*OURS.entries, *THEIRS.entries]))
    for line in some([*OURS.sealed.lines, *THEIRS.sealed.lines]):
        assert both.sealed.holds(chain.head_of(line)) and line in both.sealed.lines
    assert both.next_serial > max(one.edition for one in both.entries if isinstance(one, Print))


def test_both_sides_write_the_same_bytes():
    """Whichever is given first, and whether it is joined once or again: the same text, and it reads back."""
    both = join(OURS, THEIRS)

    assert join(THEIRS, OURS).sealed == both.sealed
    assert join(both, THEIRS).sealed == join(OURS, both, both).sealed == both.sealed
    assert chain.read(both.sealed.text, path=FILE) == both.sealed
    assert both.sealed.ends == (both.sealed.head,)


def test_a_ledger_that_only_went_on_is_itself():
    """Where one side wrote nothing there is nothing to join."""
    assert join(COMMON, OURS).sealed == join(OURS, COMMON).sealed == OURS.sealed


def test_joined_ledgers_go_on_and_are_joined_again():
    """Three offices, joined by twos in any order, end with the same prints; crossing joins add nothing twice."""
    third = COMMON.with_more([printed("55x6y", "d", 2, title="丙")])
    ends = set()
    for one, two, three in itertools.permutations([OURS, THEIRS, third]):
        whole = join(join(one, two), join(two.with_more([mark("22x3y", "a", 1)]), three))
        ends.add(tuple(sorted(whole.printed)))
        prints = [entry for entry in whole.entries if isinstance(entry, Print)]
        assert len(prints) == len(set(map(repr, prints)))
    assert ends == {(*BOTH, "55x6y")}


@pytest.mark.parametrize("line", range(5))
def test_no_line_of_either_can_be_taken_out(line):
    """Whichever line before the last is taken from a joined ledger, what came after it doesn't hold."""
    both = join(OURS, THEIRS).sealed
    lines = [*both.lines[:line], *both.lines[line + 1 :]]

    try:
        left = chain.read("\n".join(lines), path=FILE)
    except chain.UnsoundLedgerError:
        return
    assert len(left.ends) > 1 or not left.holds(both.head)


def test_a_renamed_record_printed_elsewhere_under_its_former_id_is_the_same():
    """One office renames, the other prints meanwhile: one code, one record, the id it has now."""
    renamed = COMMON.with_more([Rename(day=DAY, code="22x3y", kind="event", id="a", now="z", reason="更好")])

    for both in (join(renamed, THEIRS), join(THEIRS, renamed)):
        assert both.printed["22x3y"].key == ("event", "z") and both.printed["22x3y"].last.edition == 3
        both.with_more([Over(day=DAY, code="22x3y", kind="event", id="z")])


def test_one_code_for_two_records_is_refused_until_one_is_chosen():
    """Both are named, with the line that keeps either; the other's paper is then to be taken down, and the code's page
    leads to what kept it."""
    other = COMMON.with_more([printed("33x4y", "q", 2, title="另一场")])

    with pytest.raises(joining.ClashError) as refused:
        join(OURS, other)
    (told,) = joining.problems(refused.value.clashes, path=FILE, command="campaign ledger --merge")
    assert "甲" in told.what.zh and "另一场" in told.what.zh and "33x4y" in told.what.en
    assert len(told.add) == 4 and "甲" in told.add[0] and "另一场" in told.add[2]

    for line, kept in zip(some(told.add[1::2]), ("b", "q"), strict=True):
        keep = line.split("--keep ")[1].split()[0]
        both, again = join(OURS, other, keep=(keep,)), join(other, OURS, keep=(keep,))
        assert both.sealed == again.sealed
        gone = {"b": "q", "q": "b"}[kept]
        assert both.printed["33x4y"].id == kept and [one.id for one in both.withdrawn] == [gone]
        assert chain.read(both.sealed.text, path=FILE) == both.sealed
        noted = both.with_more([mark("33x4y", gone, 2, "taken-down"), mark("33x4y", kept, 2)])
        assert [one.state for one in noted.withdrawn[0].marks][-1:] == ["taken-down"]


def test_two_things_that_only_share_an_id_are_two():
    """Both offices made an event `b` of their own: one code, one id, and nothing else in common."""
    other = COMMON.with_more([printed("33x4y", "b", 2, title="不相干的一场")])

    with pytest.raises(joining.ClashError):
        join(OURS, other)


def test_one_thing_that_both_printed_is_one():
    """Both offices printed the same new event: two entries, one code, nothing to settle."""
    other = COMMON.with_more([printed("33x4y", "b", 2, title="甲", day=LATER)])

    assert set(join(OURS, other).printed) == {"22x3y", "33x4y"}


def test_two_codes_for_one_record_are_settled_and_both_still_lead_there():
    """The code that gives way has a page that says so and leads on."""
    other = COMMON.with_more([printed("44x5y", "b", 2, title="甲")])

    with pytest.raises(joining.ClashError) as refused:
        join(OURS, other)
    (told,) = joining.problems(refused.value.clashes, path=FILE, command="campaign ledger --merge")
    assert "33x4y" in told.what.zh and "44x5y" in told.what.zh
    keep = told.add[1].split("--keep ")[1].split()[0]

    both = join(OURS, other, keep=(keep,))

    assert both.by_record["event", "b"].code == "33x4y"
    assert both.printed["44x5y"].over and both.printed["44x5y"].instead == "b" and both.by_record


def test_one_number_on_two_sheets_is_printed_again():
    """Both printed edition 2 of one record and they say different things: refused, and settled by printing anew."""
    ours = COMMON.with_more([printed("22x3y", "a", 2, starts="10:00")])
    theirs = COMMON.with_more([printed("22x3y", "a", 2, starts="11:00")])

    with pytest.raises(joining.ClashError) as refused:
        join(ours, theirs)
    (told,) = joining.problems(refused.value.clashes, path=FILE, command="campaign ledger --merge")
    assert "22x3y 2" in told.what.zh and told.add == ('campaign ledger --merge --again "22x3y"',)

    both = join(ours, theirs, again=("22x3y",))

    assert both.printed["22x3y"].doubtful == {2}
    assert both.with_more([printed("22x3y", "a", both.next_serial)]).printed["22x3y"].last.edition not in {2}


def test_one_number_on_two_packs_is_made_again():
    """The same for a display's pack: neither counts as what is on air."""

    def pack(digest):
        return Pack(day=DAY, id="wall", names={"zh": "大屏"}, path="screens/wall.zip", sha256=digest, edition=2)

    ours, theirs = COMMON.with_more([pack("aa")]), COMMON.with_more([pack("bb")])

    with pytest.raises(joining.ClashError):
        join(ours, theirs)
    both = join(ours, theirs, again=("display wall",))
    assert all(both.in_doubt(one) for one in some(both.packs["wall"]))


def test_ledgers_begun_apart_are_joined_only_where_one_is_empty():
    """Nothing printed in one: the other it is. Prints in both: refused."""
    fresh = Ledger().with_more([Start(day=LATER, site=SITE)])

    assert join(fresh, OURS).sealed == join(OURS, fresh).sealed == OURS.sealed
    with pytest.raises(joining.StrangersError):
        join(OURS, fresh.with_more([printed("66x7y", "x", 1)]))


def test_what_is_left_of_a_ledger_is_found_in_several_texts():
    """Lines that one copy lost another has; what is edited or hangs in the air is left out."""
    text = OURS.sealed.text
    lines = text.splitlines()
    spoilt = [lines[0], lines[1].replace("讲座", "讲坐"), "<<<<<<< ours", lines[2], *THEIRS.sealed.lines[2:]]

    (found,) = chain.salvaged(["\r\n".join(spoilt), lines[1], "no line"], path=FILE)

    assert found.lines == tuple(sorted([*lines[:3], *THEIRS.sealed.lines[2:]], key=chain.head_of))
    (alone,) = chain.salvaged(["\n".join(spoilt)], path=FILE)
    assert alone.lines == tuple(lines[:1])


def test_two_ledgers_side_by_side_are_refused_until_they_are_joined(tmp_path):
    """The lines of both and the heads of both, as git's own union leaves them: told, and joined by the command."""
    mixed = dict.fromkeys([*OURS.sealed.lines, *THEIRS.sealed.lines])
    text = "".join(f"{line}\n" for line in sorted(mixed, key=chain.head_of))
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    (tmp_path / HEAD).write_text(f"{OURS.head}{THEIRS.head}", encoding="utf-8")

    with pytest.raises(CampaignDataError) as refused:
        ledger_room.load(tmp_path)
    assert "side by side" in refused.value.problems[0].what.en

    assert ledger_room.merge(tmp_path, []).sealed == join(OURS, THEIRS).sealed
    assert ledger_room.load(tmp_path).sealed == join(OURS, THEIRS).sealed


def test_a_copy_that_was_named_is_joined(tmp_path):
    """The other computer's ledger, by its path: both files are written, and nothing is where prints would be lost."""
    write(tmp_path, OURS)

    lost = Witness("site/q/ledger.head", (THEIRS.head,))
    with pytest.raises(CampaignDataError) as refused:
        ledger_room.merge(tmp_path, [lost])
    assert refused.value.problems[0].place.path == lost.where and "no copy" in refused.value.problems[0].what.en
    assert ledger_room.load(tmp_path).sealed == OURS.sealed

    ledger_room.merge(tmp_path, [lost], given=[Witness("stick", text=THEIRS.sealed.text)])
    assert set(ledger_room.load(tmp_path).printed) == set(BOTH)
    assert ledger_room.denied(ledger_room.load(tmp_path), [lost]) == []


EVENT = ("event", "north-home-check")


def released(campaign, former, *, said):
    """What a release of a campaign of real records writes, each with one sheet that nobody else's is like."""
    keys = [("event", one.id) for one in campaign.events]
    return on_paper.printed(campaign, former, files={key: {f"posters/{key[1]}.pdf": said} for key in keys})


def book(campaign, ledger):
    address = campaign.campaign.site_address
    return paper.book(campaign, BuildContext(today=on_paper.TODAY, site_address=address, release=True), ledger)


def test_what_gave_way_is_listed_to_be_taken_down():
    """Two offices gave one id, and so one code, to two events: the one that gave way has a code of its own from the
    next release on, and its paper is on the list until it is noted as taken down."""
    small = on_paper.small()
    first = small.events[0]
    ours, theirs = (
        on_paper.with_events(small, [*small.events, first.model_copy(update={
            "id": "extra", "title": Localized.same(title, small.languages),
            "summary": Localized.same(f"{title}!", small.languages)})])
        for title in ("甲", "乙")
    )  # fmt: skip
    common = released(small, None, said="0")
    one, two = released(ours, common, said="1"), released(theirs, common, said="2")
    with pytest.raises(joining.ClashError) as refused:
        join(one, two)
    (clash,) = [clash for clash in refused.value.clashes if not clash.edition]
    kept = next(claim for claim in clash.claims if claim.entry.names["zh"] == "甲")
    again = tuple(each.claims[0].entry.code for each in refused.value.clashes if each.edition)

    both = join(one, two, keep=(kept.mark,), again=again)

    taken = [found for found in reprint(book(ours, both)) if found.over and found.names["zh"] == "乙"]
    assert [found.code for found in taken] == [kept.entry.code]
    assert [copy.path for copy in taken[0].former_sheets] == ["posters/extra.pdf"]
    apart = on_paper.with_events(ours, [*ours.events, theirs.events[-1].model_copy(update={"id": "extra-2"})])
    assert book(apart, both).imprint("event", "extra-2").code != kept.entry.code
    assert book(apart, both).imprint("event", "extra").code == kept.entry.code


def test_a_number_on_two_sheets_is_listed_again_and_released_anew():
    """Both offices renamed one event, each in its own words, and printed it with one number: whatever is said now,
    the sheet is to be printed again, until the next release gave it a number of its own."""
    small = on_paper.small()
    common = released(small, None, said="0")
    moved = [
        on_paper.with_events(small, [
            e.model_copy(update={"title": Localized.same(f"{hour}点", small.languages)}) if e.id == EVENT[1] else e
            for e in small.events
        ])
        for hour in (10, 11)
    ]  # fmt: skip
    one, two = (released(campaign, common, said=f"{n}") for n, campaign in enumerate(moved))
    code = common.by_record[EVENT].code

    with pytest.raises(joining.ClashError) as refused:
        join(one, two)
    assert code in [clash.claims[0].entry.code for clash in refused.value.clashes]
    both = join(one, two, again=tuple(clash.claims[0].entry.code for clash in refused.value.clashes))

    for campaign in some(moved):
        assert book(campaign, both).changed(EVENT)
        assert any(found.again for found in reprint(book(campaign, both)) if found.code == code)
    after = released(moved[0], both, said="9")
    assert not book(moved[0], after).changed(EVENT)
    assert after.printed[code].last.edition not in after.printed[code].doubtful
