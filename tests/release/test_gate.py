"""The gate: no sample fact gets through, whatever became of its mark, and no fact is held."""

import os
import re
import shutil
from datetime import date
from time import process_time

import pytest

from campaign.core.context import BuildContext
from campaign.read import read_folder
from campaign.release import refusals, reminders
from campaign.release.gate.invented import LIST as INVENTED
from campaign.release.gate.invented import fingerprint, invented_texts
from campaign.release.gate.marks import marked_name, marks
from campaign.release.gate.numbers import made_up, made_up_code
from campaign.release.gate.pages import in_pages
from campaign.release.gate.records import every_value
from campaign.release.gate.shipped import LIST, fingerprints
from campaign.release.gate.years import LAW, other_years
from looking import some
from projects import GOOD, TOP

SHIPPED = TOP / "campaign_data"
DOCS = TOP / "docs"
STRIPPED = re.compile(r"(?m)^ *(?:\w+_)?sample: true *(?:#.*)?\n")


def _context(reading, today=None):
    head = reading.campaign.campaign
    return BuildContext(today=today or head.week.starts, site_address=head.site_address, release=True)


def _told(folder, docs=None, today=None):
    """Everything that is told of a campaign, refused or reminded of, with its reading."""
    reading = read_folder(folder, shown_as="campaign_data")
    context = _context(reading, today)
    return [one.problem for one in refusals(reading, context, docs)], list(reminders(reading, context, docs)), reading


@pytest.fixture(scope="module")
def stripped(tmp_path_factory):
    """The shipped campaign with every `sample: true` taken away by search and replace."""
    folder = shutil.copytree(SHIPPED, tmp_path_factory.mktemp("stripped") / "campaign_data")
    for path in folder.rglob("*.yml"):
        path.write_text(STRIPPED.sub("", path.read_text("utf-8")), encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path):
    """The small campaign as an office has confirmed it."""
    folder = shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    for path in folder.rglob("*.yml"):
        text = path.read_text("utf-8").replace(".example.org", ".tideford.cn").replace("87654321", "86213305")
        path.write_text(re.sub(r",? *\bsample: true\b", "", STRIPPED.sub("", text)), encoding="utf-8")
    return folder


def _edit(folder, name, before, after):
    text = (folder / name).read_text("utf-8")
    assert before in text
    (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")


def _line(folder, name, words):
    lines = (folder / name).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


# --- marks taken away


def test_every_shipped_sample_is_named_though_its_mark_is_gone(stripped):
    """Refused for what it says, or, where it says nothing but what may be so, told to be the shipped one still."""
    samples = {owner.called for owner, _ in fingerprints(read_folder(SHIPPED)) if owner.sample}
    held, reminded, _ = _told(stripped)
    said = [problem.what.zh for problem in (*held, *reminded)]

    assert len(samples) > 100
    assert [called.zh for called in samples if not any(called.zh in one for one in said)] == []
    assert len(held) > 80 and not any("示例数据还没有核实" in problem.what.zh for problem in held)


def test_what_was_put_on_posters_is_refused(stripped):
    """A market, a card's enterprise, an address that leads nowhere: each at its line."""
    held, _, _ = _told(stripped)
    told = {(problem.place.path.removeprefix("campaign_data/"), problem.place.line) for problem in held}

    for name, words in (
        ("outreach/yongjing.yml", "永靖县刘家峡镇古城路 88 号"),
        ("exhibition.yml", "河源食品机械有限公司"),
        ("campaign.yml", "site_address: https://ip.example.org/"),
    ):
        assert (name, _line(stripped, name, words)) in told, words


def test_a_record_is_told_once(stripped):
    """A street in two languages is one record to mend; every line is named."""
    held, _, _ = _told(stripped)
    about = [problem for problem in held if "lc-community-fakes-stand" in problem.what.zh]

    assert len(about) == 1
    street = _line(stripped, "outreach/linxia-city.yml", "滨河东路 268 号")
    assert "滨河东路 268 号" in about[0].what.zh and about[0].place.line == street
    assert f"第 {street + 1} 行" in about[0].what.zh


def test_a_sample_is_told_as_a_sample_alone():
    """What is to be replaced as a whole needn't be told value by value; nor the address and its mark twice."""
    held, reminded, _ = _told(SHIPPED, DOCS)
    marked = sum(len(STRIPPED.findall(path.read_text("utf-8"))) for path in SHIPPED.rglob("*.yml"))

    assert len({(problem.place.path, problem.place.line) for problem in held}) == len(held) == marked
    assert [problem.what.en for problem in reminded] == []


def test_the_list_of_shipped_samples_is_fresh():
    """UPDATE_EXPECTED=1 writes it anew after a change of the shipped campaign."""
    prints = sorted({print_ for owner, print_ in fingerprints(read_folder(SHIPPED)) if owner.sample})
    if os.environ.get("UPDATE_EXPECTED"):
        LIST.write_text("\n".join(prints) + "\n", encoding="ascii", newline="\n")

    assert LIST.read_text("ascii").split() == prints


def test_the_list_of_invented_facts_is_fresh():
    """UPDATE_EXPECTED=1 writes it anew: each street and firm of the shipped samples, in every language."""
    found = {
        text for value in every_value(read_folder(SHIPPED)) if value.owner.sample for text in invented_texts(value)
    }
    prints = sorted(map(fingerprint, some(found)))
    if os.environ.get("UPDATE_EXPECTED"):
        INVENTED.write_text("\n".join(prints) + "\n", encoding="ascii", newline="\n")

    assert INVENTED.read_text("ascii").split() == prints


def test_the_shipped_campaign_reads_like_a_real_one():
    """No name, title or sentence calls itself a sample: that is what the ribbon and the print are for."""
    texts = [text for value in every_value(read_folder(SHIPPED)) if value.name != "id" for _, text in value.texts]

    assert [text for text in some(texts) if re.search("示例|\\bSample\\b|[<>‹›]", text)] == []


# --- no false alarm


def test_a_confirmed_campaign_and_the_shipped_pages_pass(small):
    """Real-looking data and every page that is shipped: not a word."""
    held, reminded, _ = _told(small, DOCS, date(2025, 3, 22))

    assert held == []
    assert [problem for problem in reminded if problem.place.path.startswith("campaign_data/")] == []
    assert list(in_pages(DOCS, ["zh", "en"], ())) == []


@pytest.mark.parametrize(
    "text",
    [
        "展示例会上的专利产品",
        "时间有待定论",
        "接待定点单位名单",
        "媒体接待定于4月22日",
        "招待定点饭店",
        "等待定制服务",
        "期待定期开展",
        "企业期待定能如愿",
        "法律明示例外",
        "竞赛测试内容",
        "样品和案例都可以带走",
        "待客之道，待办事项",
        "问题待核实后处理",
        "free samples of tea at the door",
        "The result is to be seen on the square",
        "临夏市中天健广场（红园路 1 号）",
        "www.linxia.gov.cn/ip/ 或 contest.example-labs.cn",
        "写信到 ipr@linxia.gov.cn",
        "0930-6213897",
        "上午 8:30—12:00",
        "C++ 作业",
        "A、B、C 三个展区，XL 号",
        "2024年4月20日至26日",
        "testing the water of Tideford",
    ],
)
def test_what_offices_write_is_no_mark(text):
    """Words that hold a mark within another word, and plain facts."""
    assert marks(text) == []
    assert made_up(text) == []


# --- marks


@pytest.mark.parametrize(
    "text, found",
    [
        ("示例市场 04", ["示例"]),
        ("Sample enterprise 01", ["Sample"]),
        ("时间待定", ["待定"]),
        ("待定", ["待定"]),
        ("开展日期待定，地点另行通知", ["待定"]),
        ("时间、地点等待定", ["待定"]),
        ("待定地点两处", ["待定"]),
        ("测试内容", ["测试内容"]),
        ("地点（待补充）", ["待补充"]),
        ("TBD", ["TBD"]),
        ("to be confirmed", ["to be confirmed"]),
        ("Lorem ipsum dolor sit amet", ["Lorem ipsum", "dolor sit amet"]),
        ("XX县市场监督管理局", ["XX"]),
        ("某某公司", ["某某"]),
        ("××社区", ["××"]),
        ("……", ["……"]),
        ("直播：aqy.qingshan.example.cn", ["aqy.qingshan.example.cn"]),
        ("name@example.com.cn", ["example.com.cn"]),
        ("https://www.linxia.test/", ["www.linxia.test"]),
        ("时间TBD另行通知，此处TODO补充", ["TBD", "TODO"]),
        ("见Sample市场，地点to be confirmed。", ["Sample", "to be confirmed"]),
        ("详情登录www.example.com查询", ["www.example.com"]),
        ("打开https://www.example.com查询", ["www.example.com"]),
        ("邮箱ip@example.com或现场报名", ["example.com"]),
    ],
)
def test_marks(text, found):
    """Chinese, English, and hosts that RFC 2606 and RFC 6761 keep for samples, with and without https://."""
    assert marks(text) == found


def test_a_text_of_points_is_looked_through_once():
    """A name begins at any of its labels: without a limit each is read to the end, half a minute for such a line."""
    text = "a." * 20_000
    began = process_time()

    assert marks(f"{text}example.com") == [f"{'a.' * 9}example.com"]
    assert process_time() - began < 5


def test_a_wording_that_stays_as_typed_is_no_mark():
    """The whole wording is let through, wherever else the mark stands it isn't; the mark alone lets nothing through."""
    assert marks("读一份示例合同", ["示例合同"]) == []
    assert marks("示例市场的示例合同", ["示例合同"]) == ["示例"]
    assert marks("读一份示例合同", ["示例"]) == ["示例"]


@pytest.mark.parametrize(
    "text, found",
    [
        ("010-555-0100", ["555-0100"]),
        ("0930-5550123", ["0930-5550123"]),
        ("0930-1234567", ["0930-1234567"]),
        ("0571-87654321", ["0571-87654321"]),
        ("0930-0000000", ["0930-0000000"]),
        ("0571-11111111", ["0571-11111111"]),
        ("电话400-000-0000转1", ["400-000-0000"]),
        ("热线400-123-4567", ["400-123-4567"]),
        ("8001234567", ["8001234567"]),
        ("手机138-1234-5678", ["138-1234-5678"]),
        ("13800000000", ["13800000000"]),
        ("400-820-8820", []),
        ("400-888-8888", []),
        ("138 0013 8000", []),
        ("总额4000000000元", []),
        ("电话 0930-6213897", []),
        ("0931-8888888", []),
        ("12345", []),
        ("12315", []),
    ],
)
def test_numbers_that_are_nobody_s(text, found):
    """Runs of keys, and the exchange of films; a hotline and a number an office has chosen are real."""
    assert made_up(text) == found


@pytest.mark.parametrize(
    "code, bad",
    [("0000000000", True), ("陇ICP备12345678号", True), ("6229000001", False), ("陇ICP备05000476号-1", False)],
)
def test_registration_codes(code, bad):
    """What a website's administration gives has other digits than keys in a row."""
    assert made_up_code(code) is bad


@pytest.mark.parametrize(
    "name, bad",
    [("images/sample-01.jpg", True), ("示例照片.png", True), ("images/resample.jpg", False), ("a.png", False)],
)
def test_names_of_files(name, bad):
    """The names of an office's own pictures are seen too."""
    assert marked_name(name) is bad


@pytest.mark.parametrize(
    "name, before, after, what",
    [
        ("contacts.yml", "0571-86213305", "0571-11111111", "looks made up"),
        ("contacts.yml", "Water-saving section", "TBC", "not finished"),
        ("campaign.yml", "en: Host", "en: Lorem ipsum", "not finished"),
        ("outreach/northbank.yml", "id: north-school-class", "id: north-sample-class", "not finished"),
    ],
)
def test_each_file_is_looked_through(small, name, before, after, what):
    """Told at the file and line where it stands, with the line."""
    _edit(small, name, before, after)
    held, _, _ = _told(small)

    assert [what in problem.what.en for problem in some(held)] == [True]
    assert (held[0].place.path, held[0].place.line) == (f"campaign_data/{name}", _line(small, name, after))
    assert after in held[0].source and held[0].hint is not None


def test_a_page_is_looked_through_line_by_line(tmp_path):
    """Marks, numbers, hosts and names of a hand-written page, each kind once with all its lines."""
    page = tmp_path / "docs" / "zh" / "learn" / "sample.md"
    page.parent.mkdir(parents=True)
    page.write_text(
        "# 学\n\n---\n\n电话 0930-1234567\n\n[看](https://intranet/x) http://www.cnipa.gov.cn\n待定\n\n待定\n", "utf-8"
    )

    found = [one.problem for one in in_pages(tmp_path / "docs", ["zh", "en"], ())]

    assert {str(problem.place) for problem in found} == {
        "docs/zh/learn/sample.md",
        "docs/zh/learn/sample.md:5:4",
        "docs/zh/learn/sample.md:7:5",
        "docs/zh/learn/sample.md:8:1",
    }
    assert any("第 10 行" in problem.what.zh for problem in found)


def test_a_picture_that_nobody_names_is_reminded_of(small):
    """What every check mentions is told before a release too."""
    (small / "images").mkdir(exist_ok=True)
    (small / "images" / "IMG_0412.jpg").write_bytes(b"\xff\xd8\xff")
    _, reminded, reading = _told(small)

    assert [problem for problem in reminded if problem.place.path.endswith("IMG_0412.jpg")] == list(reading.mentions)
    assert len(reading.mentions) == 1


# --- years


def test_a_week_that_is_over_is_reminded_of(small):
    """From the day after its last; it keeps nothing back."""
    assert _told(small, today=date(2025, 3, 27))[1] == []
    held, reminded, _ = _told(small, today=date(2025, 3, 28))

    assert held == []
    assert [(one.place.path, one.source.strip()) for one in reminded] == [
        ("campaign_data/campaign.yml", "ends: 2025-03-27")
    ]


@pytest.mark.parametrize(
    "text, years",
    [
        ("2024年节水宣传周", ["2024"]),
        ("2025年节水宣传周", []),
        ("1949年以来", []),
        ("到2035年", []),
        ("Water-Saving Week 2026", ["2026"]),
    ],
)
def test_years_of_other_campaigns(text, years):
    """Those near the campaign's own: what is further away is history or a plan."""
    assert other_years(text, [2025], ()) == years


@pytest.mark.parametrize(
    "text",
    ["国办发〔2024〕88号", "2024年修订", "2026年1月1日起施行", "2023年度统计", "（2021-2026年）", "as amended in 2024"],
)
def test_years_of_laws_and_documents(text):
    """They are what they are, whenever the campaign is."""
    others = other_years(text, [2025], ())

    assert others
    assert {year for found in LAW.finditer(text) for year in found.groups() if year} >= set(others)


def test_a_text_left_from_last_time_is_reminded_of(small):
    """At its line, in data and in pages; a page of knowledge may name any year but another week's."""
    _edit(small, "campaign.yml", "en: Six days in two towns", "en: In 2024, six days in two towns")
    _edit(small, "campaign.yml", "zh: 六天，两个镇", "zh: 2024年，六天，两个镇")
    docs = small.parent / "docs"
    (docs / "en").mkdir(parents=True)
    (docs / "en" / "a.md").write_text("# A\n\nThe law of 2024.\n\nThe 2024 Water-Saving Week.\n", encoding="utf-8")

    _, reminded, _ = _told(small, docs, date(2025, 3, 22))

    assert {(one.place.path, one.place.line) for one in reminded} == {
        ("campaign_data/campaign.yml", _line(small, "campaign.yml", "2024年")),
        ("docs/en/a.md", 5),
    }


PLAN = """\
opt_out: {zh: 拒收请回复R, en: Reply R to opt out}
senders:
  - {name: {zh: 潮津区水务局, en: Tideford Water}, signature: {zh: 潮津水务, en: Tideford Water}}
messages:
  - {id: theme, at: 2025-03-21 09:00, channel: group-notice, subject: theme, languages: [zh]}
  - id: own
    at: 2025-03-22 07:00
    channel: weibo
    subject: theme
    text: {zh: 一起节水。, en: Save water together.}
"""


@pytest.mark.parametrize(
    "before, after, words, line",
    [
        ("languages: [zh]}", "languages: [zh], sample: true}", "示例数据还没有核实", 5),
        ("en: Tideford Water}}", "en: Tideford Water}, sample: true}", "示例数据还没有核实", 3),
        ("一起节水。", "时间待定，一起节水。", "待定", 10),
        ("Save water together.", "请大家一起来节水。", "en", 10),
    ],
)
def test_messages_are_held_to_the_rules_of_print(small, before, after, words, line):
    """A sample, an unfinished text, one that stands untranslated: each at its line; a plan without them passes."""
    plan = small / "messages.yml"
    plan.write_text(PLAN, encoding="utf-8")
    assert _told(small)[0] == []

    plan.write_text(PLAN.replace(before, after), encoding="utf-8")
    (problem,) = _told(small)[0]
    assert (problem.place.path, problem.place.line) == ("campaign_data/messages.yml", line)
    assert words in str(problem.what)


def test_a_message_that_has_nothing_to_say_is_reminded_of(small):
    """Its event is over by the hour it is sent at: no reason to hold a release, and worth a word."""
    late = "{id: late, at: 2025-03-27 09:00, channel: weibo, subject: event, record: north-home-check}"
    (small / "messages.yml").write_text(f"{PLAN}  - {late}\n", encoding="utf-8")
    refused, reminded, _ = _told(small)

    assert refused == [] and [one.place.line for one in reminded if "messages.yml" in one.place.path] == [11]
