"""Text in whole dots: every stroke on the grid, none run into the next, and nothing that can be taken for another."""

from functools import cache
from itertools import combinations

import pytest

from campaign.workshop.dots import dotted, width_of
from campaign.workshop.dots.face import glyph
from campaign.workshop.dots.grid import covered, filled, grown
from campaign.workshop.dots.outlines import outline
from campaign.workshop.dots.placing import placed
from campaign.workshop.dots.stems import ACROSS, Stem, stems
from looking import some

COMMONEST = (
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动"
    "方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门"
    "利海受听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神记处让母父应直字场平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男边风解叫任金快原吃妈变通师立象数四失满战远格士音轻目条呢病"
    "始达深完今提求清王化空业思切怎非找片罗钱吗语元喜曾离飞科言干流欢约各即指合反题必该论交终林请医晚制球决传画保读运及则房早院量苦火布品近坐产答星精视五连司巴奇管类未朋且婚台夜青北队久乎越观落尽形影红爸百"
    "令周吧识步希亚术留市半热送兴造谈容极随演收首根讲整式取照办强石古华拿计您装似足双妻尼转诉米称丽客南领节衣站黑刻统断福城故历惊脸选包紧争另建维绝树系伤示愿持千史谁准联妇纪基买志静阿诗独复痛消社算义竟确酒"
)
"""The 500 commonest characters of today's Chinese, commonest first."""
LOOK_ALIKE = ("量里置曹重", "高亮离商", "质贡贵员", "未末", "士土", "日曰目", "千干于", "人入八", "己已", "天夫无")


def _picture(text, height):
    return ["".join(".#"[dot] for dot in row) for row in dotted(text, height).rows]


def _apart(one, other, height):
    """In how many dots two characters differ."""
    pairs = zip(glyph(one, height).rows, glyph(other, height).rows, strict=True)
    return sum(a != b for rows in pairs for a, b in zip(*rows, strict=True))


@cache
def _crossing(character):
    """The line down a character that the most strokes lie across, and how many they are."""
    drawn = outline(character)
    found = stems(drawn.polygons, ACROSS)
    ends = sorted({end for stem in found for reach in stem.reaches for end in reach})
    lines = [at for a, b in zip(ends, ends[1:], strict=False) if b - a >= 70 for at in (a + 20, (a + b) / 2, b - 20)]
    counted = [(sum(any(a <= at <= b for a, b in stem.reaches) for stem in found), at) for at in lines]
    return max(((n, -len(covered(drawn.polygons, at, 1)), at) for n, at in counted), default=(0, 0, 0))


def _strokes(column):
    return sum(dot and not before for before, dot in zip([0, *column], column, strict=False))


def test_the_commonest_characters_keep_each_stroke_apart_from_the_next_at_16_dots():
    """Down the line that most strokes lie across, there are as many in dots as in the outline, where 16 rows hold them;
    and no two characters are drawn alike."""
    lost = []
    for character in some(COMMONEST):
        count, _, at = _crossing(character)
        drawn = glyph(character, 16)
        near = range(max(0, int(at * 16 / 1000) - 2), min(16, int(at * 16 / 1000) + 3))
        columns = [[row[x] for row in drawn.rows] for x in near]
        if 2 * count - 1 <= 16 and max(map(_strokes, columns)) < count:
            lost.append(character)

    assert lost == []
    assert len(COMMONEST) == len({glyph(character, 16).rows for character in COMMONEST}) == 500


@pytest.mark.parametrize("height", [12, 14, 16, 24])
def test_what_looks_alike_is_told_apart(height):
    """Not by one dot, which a dead diode would take away."""
    pairs = [pair for family in LOOK_ALIKE for pair in combinations(family, 2)]

    near = {pair: _apart(*pair, height) for pair in pairs}

    assert min(near.values()) >= 2 and len(near) > 30
    assert min(_apart(*pair, height) for pair in ("量里", "量置", "高亮", "质贡")) >= height


def test_the_densest_character_of_the_theme_keeps_its_nine_strokes():
    """Nine strokes need 17 rows with a gap after each: at 16 two of them touch; from 18 on none do."""
    assert _picture("量", 16) == [
        "...###########..",
        "...#.........#..",
        "...###########..",
        "...#.........#..",
        "...###########..",
        "................",
        "..#############.",
        "...###########..",
        "...#....#....#..",
        "...###########..",
        "...#....#....#..",
        "...###########..",
        "........#.......",
        "...###########..",
        "........#.......",
        ".##############.",
    ]
    assert max(_strokes([row[x] for row in glyph("量", 18).rows]) for x in (4, 6, 12)) == 9


def test_a_stroke_is_so_thick_as_the_height_bears():
    """A dot at 16, two at 24, three at 32: the line of 一 shows it."""
    thick = {height: sum(any(row) for row in glyph("一", height).rows) for height in (16, 24, 32)}

    assert thick == {16: 1, 24: 2, 32: 3}


@pytest.mark.parametrize("height", range(12, 49, 4))
def test_a_line_is_as_high_as_it_is_asked_for_and_leaves_a_gap_after_each_character(height):
    """The last column of a character is dark, so that the next one doesn't touch it; tails stand whole."""
    line = dotted("国捷gqy", height)

    assert len(line.rows) == height and {len(row) for row in line.rows} == {line.width}
    assert line.width == width_of("国捷gqy", height)
    assert not any(row[height - 1] or row[2 * height - 1] for row in line.rows)
    assert any(line.rows[-1]) or any(line.rows[-2])


def test_characters_stand_in_the_middle_of_the_height():
    """As much dark above the tallest as below the lowest, to a dot or two."""
    inked = [n for n, row in enumerate(dotted("知识产权国家", 16).rows) if any(row)]

    assert abs(inked[0] - (15 - inked[-1])) <= 1


def test_points_are_squares_that_no_grid_swallows():
    """A full stop is two dots by two at 16; the point of an i stands apart from it."""
    stop = [row for row in _picture(".", 16) if "#" in row]
    column = max(([row[x] for row in glyph("i", 16).rows] for x in range(3)), key=_strokes)

    assert [row.count("#") for row in stop] == [2, 2]
    assert _strokes(column) == 2


def test_names_as_their_bearers_write_them_are_in_dots_too():
    """Letters that join are shaped before they are made dots; a rare character comes from another font."""
    joined = dotted("محمد يوسف", 16)

    assert len(joined.rows) == 16 and sum(map(sum, joined.rows)) > 40
    assert sum(map(sum, dotted("𠮷", 16).rows)) > 20
    assert dotted("e\u0301", 16) == dotted("é", 16)


def test_marks_beside_letters_are_as_narrow_as_letters():
    """In an English line; in a Chinese one they take the room of a character."""
    assert width_of("Linxia’s", 16, han=False) < width_of("Linxia’s", 16) - 8


def test_an_unknown_character_is_a_fault_of_ours():
    """Frames ask for glyphs before they are drawn."""
    with pytest.raises(ValueError, match="no font"):
        dotted("\U0001f9ff", 16)


def test_stems_that_run_side_by_side_never_share_a_row():
    """Six in eleven rows have a gap each; one more than fit and the thickness gives way, then the gap."""
    row = [Stem(at, at + 20, ((0, 900),)) for at in range(0, 1200, 100)]

    assert placed(row[:6], [n * 1.9 for n in range(6)], room=11, thick=1).rows == (0, 2, 4, 6, 8, 10)
    assert placed(row[:6], [n * 2.2 + 1 for n in range(6)], room=12, thick=2).thick == 1
    assert len(set(placed(row[:8], [n * 1.4 for n in range(8)], room=11, thick=1).rows)) == 8


def test_growing_never_closes_a_gap():
    """A dot between two strokes stays dark; a slip within a thick one is filled."""
    slit = [bytearray(b"\1"), bytearray(b"\0"), bytearray(b"\1"), bytearray(b"\0")]

    assert [row[0] for row in grown(slit, 0, 1)] == [1, 0, 1, 1]
    assert filled([bytearray(b"\1\1\1"), bytearray(b"\1\0\1"), bytearray(b"\1\1\1")])[1] == bytearray(b"\1\1\1")
