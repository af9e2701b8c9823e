"""What is about to change is said in words: pages by title and address, files, printed codes."""

from campaign.publish import difference, told
from campaign.publish.differences import MOST_SHOWN
from campaign.publish.manifest import Entry, Manifest
from published import ADDRESS


def manifest(**files):
    """A manifest of files by path (`a__b` is a/b); what each holds, and its title where it is a page."""
    entries = {}
    for name, (content, title) in files.items():
        entries[name.replace("__", "/").replace("_html", ".html")] = Entry(1, content, title)
    return Manifest(files=entries, campaign="week", address=ADDRESS)


def test_pages_are_told_by_title_and_address():
    """Added, removed and changed pages, with a former title where that changed; the rest is counted."""
    before = manifest(index_html=("1", "首页"), a__index_html=("1", "旧名"), b__index_html=("1", "撤下"), x=("1", ""))
    after = manifest(index_html=("1", "首页"), a__index_html=("2", "新名"), c__index_html=("1", "新页"), x=("2", ""))

    lines = list(told(difference(before, after), printed=3))

    assert lines == [
        "网页 pages: 新增 1、删去 1、改动 1、不变 1 · 1 added, 1 removed, 1 changed, 1 as they were",
        f"  + 新增 added: “新页” {ADDRESS}c/",
        f"  - 删去 removed: “撤下” {ADDRESS}b/",
        f"  ~ 改动 changed: “新名” {ADDRESS}a/（原来 was “旧名”）",
        "文件 files: 新增 0、删去 0、改动 1、不变 0 · 0 added, 0 removed, 1 changed, 0 as they were",
        f"  ~ 改动 changed: {ADDRESS}x",
        "短码 codes: 印出去的 3 个都打得开 · all 3 that are on paper are answered",
    ]


def test_codes_pages_are_counted_apart():
    """Pages that answer codes are no pages people know by title."""
    found = difference(None, manifest(index_html=("1", "首页"), q__b2c3__index_html=("1", "x")))

    assert [change.address for change in found.pages.added] == [""]
    assert [change.address for change in found.permalinks.added] == ["q/b2c3/"]
    assert list(told(found, printed=0))[-2:] == [
        "短码 codes: 还没有印过 none is on paper yet",
        "  ~ 短码的网页 their pages: 新增 1、删去 0、改动 0、不变 0 · 1 added, 0 removed, 0 changed, 0 as they were",
    ]


def test_many_changes_are_counted_beyond_the_first():
    """A large change doesn't scroll its question away, and a first publish is counted alone."""
    many = manifest(**{f"p{number:03}__index_html": ("1", "x") for number in range(100)})

    lines = list(told(difference(manifest(index_html=("1", "首页")), many), printed=0))

    assert len(list(told(difference(None, many), printed=0))) == 3
    assert len(lines) < 2 * MOST_SHOWN
    assert f"  + 新增 added: 还有 {100 - MOST_SHOWN} 个 · and {100 - MOST_SHOWN} more" in lines


def test_the_same_site_is_no_difference_and_another_address_is_said():
    """Bytes decide, not when it was made; a site that moves says so first."""
    one = manifest(index_html=("1", "首页"))
    moved = Manifest(files=one.files, campaign="week", address="https://new.gov.cn/", made="later")

    assert difference(one, moved).none
    assert (
        next(told(difference(one, moved), printed=0))
        == f"网址变了 the address changes: {ADDRESS} → https://new.gov.cn/"
    )
