"""The files beside hand-written pages: what a page refers to is published bare, the rest is named, and why."""

from pathlib import Path

from PIL import Image

from campaign.builder.beside import beside, theme_mistakes, theme_notes
from campaign.builder.file_sentences import FILES, LINK, TAKEN_OUT, UNREFERRED, WHERE, unfit_file
from campaign.builder.host import SETTINGS, THEME
from campaign.builder.references import references
from campaign.core.pictures import PictureFault
from campaign.read.tell.picture_sentences import PICTURES
from campaign.workshop import gate
from campaign.workshop.gate.formats import FOREIGN as SORTS
from looking import some
from projects import TOP

PAGE = """# 办事

![受理窗口](../photos/hall.jpg "大厅") 和 [指南](guide\\(2024\\).pdf)、[表](<form one.docx>)
<img src="a.png" srcset="b.png 1x, c.png 2x"> [外](https://www.gov.cn/x.pdf) [上](#top) [出](../../../etc/passwd)

![标][sign]

[sign]: sign.svg#view
<div style="background: url('ground.webp')">x</div>{: data-x="y" href=old.bak }
[下载](%E6%8C%87%E5%8D%97.pdf?v=1) [页](other.md)
"""


def _folder(tmp_path, files, page=PAGE):
    folder = tmp_path / "docs" / "zh"
    for name in ("learn/index.md", *files):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(page if name.endswith("index.md") else "x", encoding="utf-8")
    return folder


def _looked(folder, **more):
    return beside(folder, shown_as="docs/zh", **{"leads": True, **more})


def test_a_page_s_references_are_found_however_they_are_written(tmp_path):
    """Markdown's links, pictures and definitions, HTML's attributes, styles; each at its line and column."""
    folder = _folder(tmp_path, [])

    found = references(folder, [folder / "learn" / "index.md"])

    assert [(one.line, one.target) for one in found] == [
        (3, "photos/hall.jpg"),
        (3, "learn/guide(2024).pdf"),
        (3, "learn/form one.docx"),
        (4, "learn/a.png"),
        (4, "learn/b.png"),
        (4, "learn/c.png"),
        (8, "learn/sign.svg"),
        (9, "learn/ground.webp"),
        (9, "learn/old.bak"),
        (10, "learn/指南.pdf"),
        (10, "learn/other.md"),
    ]
    for one in some(found):
        assert one.text[one.column - 1 :].startswith(one.href)


def test_what_no_page_refers_to_is_named_and_not_published(tmp_path):
    """A photo laid there and forgotten, a document to work on, what systems and editors left; nothing of it fails."""
    left = (".DS_Store", "Thumbs.db", "~$form.docx", ".~lock.form.odt#", "notes.bak", ".index.md.swp", "index.md~")
    folder = _folder(
        tmp_path, [*left, "learn/list.txt", "photo.jpg", "draft.docx", "more.csv", ".git/config"], "[x](list.txt)"
    )

    found = _looked(folder)

    assert (found.published, found.problems) == (["learn/list.txt"], [])
    assert [note.place.path for note in found.notes if note.what == UNREFERRED] == [
        "docs/zh/draft.docx",
        "docs/zh/more.csv",
        "docs/zh/photo.jpg",
    ]
    draft, table, _, said = found.notes
    assert "另存为（导出为）PDF" in draft.hint.zh and table.hint == WHERE, "what can't be published is not to be named"
    assert said.place.path == "docs/zh" and [name for name in (*left, ".git/config") if name not in said.what.zh] == []


def test_what_a_page_refers_to_and_can_not_be_published_is_told_at_the_page(tmp_path):
    """With the line as it stands, the address in it, and what to do; a second line that says it is named too."""
    folder = _folder(tmp_path, ["a.docx", "old.bak"], "甲\n乙 [表](../a.docx)\n[旧](../old.bak)\n[again](../a.docx)\n")

    found = sorted(_looked(folder).problems, key=lambda problem: problem.order)

    assert [str(problem.place) for problem in found] == ["docs/zh/learn/index.md:2:7", "docs/zh/learn/index.md:3:5"]
    assert (found[0].source, found[0].width) == ("乙 [表](../a.docx)", len("../a.docx"))
    assert [str(place) for place in found[0].also] == ["docs/zh/learn/index.md:4:9"]
    assert "docs/zh/a.docx" in found[0].what.zh and "PDF" in found[0].hint.zh
    assert "docs/zh/old.bak" in found[1].what.en


def test_what_was_taken_out_of_a_file_is_said(tmp_path):
    """Its author may have meant it."""
    folder = _folder(tmp_path, ["a.svg"], "![x](../a.svg)")
    (folder / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>', encoding="utf-8")

    (note,) = _looked(folder).notes

    assert (note.place.path, "脚本" in note.what.zh, "scripts" in note.what.en) == ("docs/zh/a.svg", True, True)


def test_what_is_asked_for_by_name_needs_no_page(tmp_path):
    """By search engines and by WeChat, at the root of the site, where the first language stands."""
    names = ["MP_verify_x1.txt", "robots.txt"]
    folder = _folder(tmp_path, [*names, "learn/robots.txt"], "x")

    assert sorted(_looked(folder).published) == names
    assert _looked(folder, leads=False).published == []


def test_the_theme_has_no_links_and_nothing_foreign(tmp_path):
    """What it publishes passes the gate too; its templates are nobody's download, an editor's copy is only named."""
    theme = tmp_path / "hooks" / "theme"
    (theme / "assets").mkdir(parents=True)
    for name in ("assets/own.css", "assets/own.css~", "assets/notes.docx", "main.html"):
        (theme / name).write_text("x", encoding="utf-8")
    (theme / "assets" / "key.txt").symlink_to(tmp_path / "secret")
    (theme / "assets" / "more").symlink_to(tmp_path, target_is_directory=True)
    (theme / "partials").symlink_to(tmp_path, target_is_directory=True)

    told = {problem.place.path: problem.what for problem in theme_mistakes(theme, shown_as="hooks/theme")}

    assert [path for path, what in told.items() if what == LINK] == [
        "hooks/theme/partials",
        "hooks/theme/assets/key.txt",
        "hooks/theme/assets/more",
    ]
    assert told.keys() - {path for path, what in told.items() if what == LINK} == {"hooks/theme/assets/notes.docx"}
    (note,) = theme_notes(theme, shown_as="hooks/theme")
    assert "assets/own.css~" in note.what.zh


def test_the_shipped_theme_and_pages_are_sound():
    """And the theme is where the host's settings say."""
    assert f"custom_dir: {THEME}" in (TOP / SETTINGS).read_text(encoding="utf-8")
    assert list(theme_mistakes(TOP / THEME, shown_as=THEME)) == []
    for language in some(path for path in (TOP / "docs").iterdir() if path.is_dir()):
        found = beside(language, shown_as="docs/x", leads=True)
        assert (found.problems, found.notes) == ([], [])


def test_every_fault_of_a_file_has_its_sentence():
    """In both languages, naming the file and what to do, whichever kind of file it is."""
    figures = {"ending": ".x", "said": "x", "size": "1", "most": "1", "found": "x", "many": "1"}
    figures |= {"millions": "1", "most_millions": "1"}
    names = {*FILES, *(name.removeprefix("campaign.") for name in PICTURES), *(f"file_{sort}" for sort in SORTS)}

    for name in some(names):
        what, hint = unfit_file(PictureFault(name, figures), "docs/zh/a")
        assert "docs/zh/a" in what.zh and "docs/zh/a" in what.en and hint.zh and hint.en


def test_what_is_taken_out_has_its_word(tmp_path):
    """Whatever drawings and PDFs name; the source says which names there are."""
    written = "".join(
        Path(gate.__file__).parent.parent.joinpath(room, "baring.py").read_text(encoding="utf-8")
        for room in ("drawings", "press")
    )
    for name in some(TAKEN_OUT):
        assert f'"{name}"' in written


def test_a_mark_of_an_editor_that_is_a_link_is_no_mistake(tmp_path):
    """Emacs locks a file that is open by a link to nowhere beside it."""
    folder = _folder(tmp_path, ["a.png"], "![x](../a.png)")
    Image.new("RGB", (2, 2)).save(folder / "a.png")
    (folder / ".#index.md").symlink_to("somebody@machine.1234:56")

    found = _looked(folder)

    assert (found.published, found.problems) == (["a.png"], [])
    assert ".#index.md" in found.notes[0].what.zh
