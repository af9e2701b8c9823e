"""Links that lead to nothing: told by `check`, at their line, with the name that was meant."""

from campaign.builder.dead_links import GONE, LOOK, dead_links

PAGE = """# 办事

[指南](guied.pdf) ![大厅](hall.jpg) [商标](trade-mark.md#what)

[日程](../programme/index.md) [日程](../programe/index.md) [日历](../calendar/all.ics)
[没有的](nothing-like-it.pdf)
`[样子](gone.pdf)` <!-- [旧](gone.md) -->
[大小写](Guide.pdf)
"""


def _told(tmp_path, page=PAGE):
    folder = tmp_path / "docs" / "zh"
    for name in ("learn/index.md", "learn/trade-mark.md", "learn/guide.pdf", "learn/hall.jpg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(page if name.endswith("index.md") else "x", encoding="utf-8")
    return list(dead_links(folder, ["programme/", ""], shown_as="docs/zh"))


def test_a_link_to_a_missing_file_is_told_with_what_was_meant(tmp_path):
    """Each at its line and column; the corrected line where a name is near; made pages are known."""
    guide, programme, nothing, capitals = _told(tmp_path)

    assert (guide.place.line, guide.place.column, guide.width) == (3, 6, 9)
    assert guide.what.zh == GONE.zh.format(target="learn/guied.pdf")
    assert guide.fix == "[指南](guide.pdf) ![大厅](hall.jpg) [商标](trade-mark.md#what)"
    assert "(../programme/index.md) [日历]" in programme.fix
    assert (nothing.place.line, nothing.fix, nothing.hint) == (6, "", LOOK)
    assert capitals.fix == "[大小写](guide.pdf)"


def test_a_sound_page_is_told_nothing(tmp_path):
    """What is shown as code or commented out leads nowhere, and needn't."""
    sound = PAGE.replace("guied", "guide").replace("programe", "programme").replace("Guide", "guide")
    assert _told(tmp_path, sound.replace("[没有的](nothing-like-it.pdf)\n", "")) == []


def test_a_page_is_linked_to_by_its_file(tmp_path):
    """Not by the address it will have, which nobody could check."""
    (told,) = _told(tmp_path, "# 办事\n\n[日程](../programme/#today)\n")
    assert told.fix == "[日程](../programme/index.md#today)"
