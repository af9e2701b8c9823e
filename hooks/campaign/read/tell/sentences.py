"""The sentences for values that can't be: one entry for each kind of refusal of the models, Chinese first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from campaign.read.tell import guesses
from campaign.read.tell.message_sentences import MESSAGES
from campaign.read.tell.picture_sentences import PICTURES
from campaign.read.tell.screen_sentences import SCREENS
from campaign.read.tell.search_sentences import SEARCH
from campaign.read.tell.target_sentences import TARGETS


@dataclass(frozen=True, slots=True)
class Sentence:
    """zh and en: what is wrong, with {key}, {value} and the figures of the refusal; then what to do, and a guess."""

    zh: str
    en: str
    do_zh: str = ""
    do_en: str = ""
    guess: guesses.Guess | None = None


MOMENT = ("写成 2024-04-22 09:00 这样", "write it like 2024-04-22 09:00")
SWAPPED = ("查一查日期和时间，是不是两个写反了", "check both: are they the wrong way round?")
ADDRESS = ("把网页在浏览器里打开，从地址栏复制", "open the page in a browser and copy its address")

SENTENCES: Mapping[str, Sentence] = MappingProxyType(
    {
        "missing": Sentence(
            "缺少“{key}”：在这条记录里加上下面这一行", "{key} is missing: add the line below to this record"
        ),
        "model_type": Sentence(
            "“{key}”下面应是几行“键: 值”",
            "{key} needs lines of `key: value` below it",
            "可以用的键：{allowed}",
            "the keys allowed here",
        ),
        "tuple_type": Sentence(
            "“{key}”应是清单",
            "{key} must be a list",
            "每项一行，以“- ”开头；没有就写 []",
            "one item a line after a dash; [] for none",
        ),
        "dict_type": Sentence("“{key}”下面应是几行“键: 值”", "{key} needs lines of `key: value` below it"),
        "too_short": Sentence("“{key}”至少要有一项", "{key} needs at least one item"),
        "too_long": Sentence(
            "“{key}”太多：写了 {actual_length} 项，最多 {max_length} 项",
            "{key} has too many items: {actual_length} of at most {max_length}",
        ),
        "extra_forbidden": Sentence(
            "“{key}”里没有“{value}”这种语言",
            "unknown language {value} in {key}",
            "可以用：{allowed}",
            "the languages allowed here",
        ),
        "campaign.scalar_expected": Sentence(
            "“{key}”这里要写一个值，不是清单或键值表", "{key} takes one value, not a list or map"
        ),
        "campaign.text_shape": Sentence(
            "“{key}”要写文字，或每种语言一行",
            "{key} takes text, or one line for each language",
            "例如 zh: …… 和 en: ……",
            "such as zh: ... and en: ...",
        ),
        "campaign.empty": Sentence(
            "“{key}”后面是空的",
            "{key} is empty",
            "填上内容；不需要就删去这一行",
            "fill it in, or delete the line where it isn't needed",
        ),
        "campaign.todo": Sentence("“{key}”还没有填（TODO）", "{key} is still to be written (TODO)"),
        "campaign.full_width": Sentence(
            "“{key}”里有全角字符，要用半角", "{key} holds full-width signs: use ASCII ones"
        ),
        "campaign.id": Sentence(
            "编号“{value}”不能用",
            "{value} can't be an id",
            "只用小写字母、数字和短横，最多 48 个，首尾不是短横",
            "lower-case letters, digits and dashes, 48 at most, no dash at either end",
        ),
        "campaign.public_key": Sentence(
            "“{key}”这里要写 ed25519 的公钥",
            "{key} takes public keys of the type ed25519",
            "打开 .pub 文件，整行照抄，以 ssh-ed25519 开头；没有就运行 ssh-keygen -t ed25519 做一把",
            "copy the whole line of the .pub file, which begins with ssh-ed25519; ssh-keygen -t ed25519 makes one",
        ),
        "campaign.private_key": Sentence(
            "这是私钥，不能写在这里，也不能发给任何人",
            "this is a private key: it must not stand here, nor be sent to anybody",
            "写 .pub 文件里的公钥；私钥已经发出去过的，作废，重新做一把",
            "give the public key in the .pub file; where the private one was sent on, make a new one",
        ),
        "campaign.day_form": Sentence(
            "“{key}”的日期写法不对", "{key} is not a date this can read", *MOMENT, guesses.moment
        ),
        "campaign.day_impossible": Sentence("日历上没有“{value}”这一天", "there is no such day as {value}"),
        "campaign.clock_form": Sentence(
            "“{key}”的时间写法不对",
            "{key} is not a time this can read",
            "两位小时:两位分钟，例如 09:00",
            "two digits each, such as 09:00",
            guesses.moment,
        ),
        "campaign.clock_impossible": Sentence("钟表上没有“{value}”这个时间", "there is no such time as {value}"),
        "campaign.clock_midnight": Sentence(
            "没有 24:00 这个写法",
            "there is no 24:00",
            "半夜十二点是第二天的 00:00；只有钟点、没有日期的，写 23:59",
            "midnight is 00:00 of the next day; where there is a time alone, write 23:59",
            guesses.moment,
        ),
        "campaign.hours_of_one": Sentence(
            "starts、ends 只有一个写了钟点",
            "only one of starts and ends has an hour",
            "都写成 2024-04-22 09:00 这样；钟点还不知道，就都只写日期",
            "write both like 2024-04-22 09:00, or the days alone where the hours aren't known yet",
        ),
        "campaign.moment_form": Sentence(
            "“{key}”要有日期和时间，中间空一格",
            "{key} needs a date and a time with a space between",
            *MOMENT,
            guesses.moment,
        ),
        "campaign.negative": Sentence("“{key}”不能小于 0", "{key} can't be less than 0"),
        "campaign.count": Sentence("“{key}”要写整数", "{key} must be a whole number"),
        "campaign.number": Sentence("“{key}”要写数字", "{key} must be a number", "不写单位", "without a unit"),
        "campaign.flag": Sentence("“{key}”只能写 true 或 false", "{key} must be true or false", guess=guesses.word),
        "campaign.colour": Sentence(
            "“{key}”的颜色写法不对",
            "{key} is not a colour this can read",
            '写成 "#C8102E" 这样，要有引号',
            'write it like "#C8102E", in quotes',
            guesses.colour,
        ),
        "campaign.phone": Sentence(
            "“{key}”的电话写法不对",
            "{key} is not a phone number this can read",
            "区号和号码之间用短横，例如 0930-6213897",
            "a dash after the area code, such as 0930-6213897",
            guesses.phone,
        ),
        "phones": Sentence(
            "“{key}”只能写一个电话",
            "{key} takes one phone number",
            "第二个号码在 contacts.yml 里另写一条",
            "the second number goes into a contact of its own",
        ),
        "campaign.address_scheme": Sentence(
            "“{key}”的网址要以 https:// 开头", "{key} must begin with https://", *ADDRESS
        ),
        "campaign.address_http": Sentence(
            "“{key}”的网址是 http，要用 https",
            "{key} must use https, not http",
            "先打开看看 https 的能不能用",
            "check that the https address opens",
        ),
        "campaign.address_signs": Sentence(
            "“{key}”的网址里有不能用的字符", "{key} holds signs that no web address can", *ADDRESS
        ),
        "campaign.address_user": Sentence(
            "“{key}”的网址里有“@”，会把人带到别处", "{key} holds an @, which can lead people elsewhere", *ADDRESS
        ),
        "campaign.address_punycode": Sentence(
            "“{key}”的网址里有“xn--”，看不出是谁的网站",
            "{key} holds xn--, which hides whose site it is",
            "换成不含中文域名的网址",
            "give an address whose domain is plain letters",
        ),
        "campaign.address_host": Sentence("“{key}”的网址里域名不对", "{key} has no proper domain name", *ADDRESS),
        "campaign.site_address": Sentence(
            "“{key}”要以“/”结尾，里面不能有 ? 和 #", "{key} must end with a slash and hold no ? or #"
        ),
        "campaign.image_path": Sentence(
            "“{key}”的图片要放在 campaign_data 文件夹里",
            "{key} must stand inside the campaign folder",
            "写成 images/文件名.jpg 这样，用“/”",
            "write it like images/name.jpg, with forward slashes",
        ),
        "campaign.image_type": Sentence(
            "“{key}”的图片只能是 jpg、png 或 webp", "{key} must be a jpg, png or webp picture"
        ),
        "campaign.image_missing": Sentence(
            "没有“{value}”这张图片",
            "there is no picture {value}",
            "看看文件名（大小写也要一样）和文件夹",
            "check its name, capitals too, and its folder",
        ),
        "campaign.image_name": Sentence(
            "“{value}”：图片的文件名只能用英文字母、数字和短横",
            "{value}: a picture's file name takes letters, digits and dashes only",
            "先给文件改名，再改这里",
            "rename the file, then write its name here",
        ),
        "image_linked": Sentence(
            "“{value}”是快捷方式（符号链接），不是图片本身",
            "{value} is a symbolic link, not a picture",
            "把图片文件本身放进来",
            "put the picture itself there",
        ),
        "campaign.language_tag": Sentence(
            "“{value}”不是语言代码", "{value} is not a language tag", "例如 zh、en", "such as zh or en"
        ),
        "campaign.language_missing": Sentence("“{key}”缺少{languages}", "{key} lacks its text in {tags}"),
        "campaign.language_twice": Sentence("同一种语言写了两次", "a language stands twice"),
        "campaign.text_chinese_only": Sentence(
            "“{key}”只有中文，{languages}一行也要写",
            "{key} is in Chinese only: {tags} needs its line too",
        ),
        "campaign.text_untranslated": Sentence(
            "“{key}”还是中文，和中文那一行一样",
            "{key} is still the Chinese text",
            "换成译文",
            "put the translation here",
        ),
        "campaign.text_long": Sentence(
            "“{key}”太长：{length} 个字，最多 {longest} 个",
            "{key} is too long: {length} characters of at most {longest}",
        ),
        "campaign.text_lines": Sentence("“{key}”只能写一行", "{key} must be a single line"),
        "campaign.reference": Sentence(
            "没有编号是“{value}”的{kind_zh}", "there is no {kind_en} {value}", "现有的：{allowed}", "the ids there are"
        ),
        "campaign.choice": Sentence(
            "“{key}”不能是“{value}”", "{key} can't be {value}", "只能是：{allowed}", "one of these", guesses.word
        ),
        "campaign.font_name": Sentence(
            "“{value}”不是一个字体的名称",
            "{value} isn't the name of one font",
            "照办公软件里的字体名写一个",
            "one name, as the office program lists it",
        ),
        "campaign.figure_range": Sentence(
            "“{key}”应在 {least} 到 {most} 之间", "{key} must be between {least} and {most}"
        ),
        "campaign.latitude": Sentence("“lat”是纬度，应在 -90 到 90 之间", "lat is the latitude, between -90 and 90"),
        "campaign.longitude": Sentence(
            "“lon”是经度，应在 -180 到 180 之间", "lon is the longitude, between -180 and 180"
        ),
        "campaign.end_before_start": Sentence(
            "“{key}”在开始（{starts}）之前或同时", "{key} is not after the start ({starts})", *SWAPPED
        ),
        "campaign.last_day_before_first": Sentence(
            "“{key}”在开始（{starts}）之前", "{key} is before the start ({starts})", *SWAPPED
        ),
        "campaign.outside_week": Sentence(
            "“{key}”不在活动日期里（{starts} 到 {ends}）", "{key} is outside the campaign's days ({starts} to {ends})"
        ),
        "campaign.change_unsaid": Sentence(
            "状态是 {status}，要在“change”里写明改了什么", "status {status} needs a change that says what changed"
        ),
        "campaign.change_unstated": Sentence(
            "写了“{key}”，却没有写 status，谁也看不出它是取消、改期还是恢复举办",
            "{key} is said without a status: nobody can tell whether the event is changed, cancelled or on after all",
            "加一行 status：changed、moved、postponed、cancelled 或 reinstated（恢复举办）；什么也没变，就删掉 change",
            "add a status: changed, moved, postponed, cancelled or reinstated; where nothing changed, delete change",
        ),
        "campaign.register_how": Sentence(
            "registration 写 required 时要用“{key}”写明怎么报名，别的时候不写",
            "{key} says how to register where registration is `required`, and stands nowhere else",
            "例如 zh: 4 月 20 日前打 0930-6213897 报名",
            "such as en: Ring 0930-6213897 before 20 April",
        ),
        "campaign.previously": Sentence(
            "“{key}”是改时间以前的开始时间，要和 starts 不同，status 也不能是 planned",
            "{key} is the start before the change: not the same as starts, and never with status planned",
        ),
        "campaign.time_zone": Sentence(
            "没有“{value}”这个时区", "there is no time zone {value}", "例如 Asia/Shanghai", "such as Asia/Shanghai"
        ),
        "campaign.record_of_single": Sentence(
            "“{kind}”海报只有一种，不用写“{key}”", "there is only one {kind} poster: it takes no {key}"
        ),
        "campaign.safe_area": Sentence(
            "留白太多：左右或上下加起来超过纸的一半", "the safe area leaves less than half of the sheet"
        ),
        "campaign.wording": Sentence(
            "“{value}”不是语言组合", "{value} names no languages", "写成 zh、en 或 zh+en", "write zh, en or zh+en"
        ),
        "campaign.official_lines": Sentence(
            "“{key}”连起来和原文不一样",
            "{key} joined together is not the official wording",
            "原文：{official}",
            "the official wording",
        ),
        **{name: Sentence(*parts) for name, parts in {**MESSAGES, **PICTURES, **SCREENS, **SEARCH, **TARGETS}.items()},
    }
)
"""By the type of the refusal: pydantic's own, and those that the models raise."""

UNKNOWN = Sentence("“{key}”的值不能用", "{key} can't be this")
