"""The sentences for files beside pages: why one can't be published, what was taken out, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from campaign.core.pictures import PictureFault
from campaign.core.problems import Message
from campaign.read.tell.picture_sentences import PICTURES

LINK = Message("是链接，不能发布；请放真正的文件", "is a link and can't be published: put the file itself here")
TAKEN = Message("与自动生成的页面地址相同，请改名", "a generated page has this address: rename it")
UNREFERRED = Message("没有网页用到这个文件，没有发布", "no page refers to this file: it isn't published")
WHERE = Message(
    "要发布：图片写 ![图上有什么](文件名)，文件写 [标题](文件名)；用不着就删去",
    "to publish it write ![what it shows](name) for a picture, [title](name) for a file; else delete it",
)
AS_PDF = (
    "打开后另存为（导出为）PDF，放进来，链接也改成 .pdf",
    "save or export it as PDF, put that here and link to it",
)
MOST_TOLD = 12

FILES: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "file_document": (
            "“{value}”是文字处理文档，不能发布：里面有作者、修改痕迹",
            "{value} is a word processor's document, with its authors and changes in it",
            *AS_PDF,
        ),
        "file_table": (
            "“{value}”是电子表格，不能发布：里面有作者、隐藏的内容",
            "{value} is a spreadsheet, with its author and what is hidden in it",
            *AS_PDF,
        ),
        "file_slides": (
            "“{value}”是演示文稿，不能发布：里面有作者、备注",
            "{value} is a presentation, with its author and notes in it",
            *AS_PDF,
        ),
        "file_picture": (
            "“{value}”是 {ending} 图片，不能发布：许多浏览器打不开",
            "{value} is a {ending} picture, which many browsers can't show",
            "另存为 jpg（照片）或 png（图标、截图），链接也照着改",
            "save it as jpg (a photo) or png (a drawing), and link to that",
        ),
        "file_artwork": (
            "“{value}”是设计软件的源文件，不能发布",
            "{value} is a drawing program's own file, which browsers can't show",
            "导出为 svg、png 或 pdf",
            "export it as svg, png or pdf",
        ),
        "file_film": (
            "“{value}”是视频或音频，网页上不放",
            "{value} is a film or sound, which pages don't carry",
            "放到单位的视频平台上，网页里写它的网址；要上大屏，就放进 campaign_data/films/",
            "put it on your video platform and link to it; for a display put it into campaign_data/films/",
        ),
        "file_page": (
            "“{value}”是现成的网页，不能发布：里面可能有脚本",
            "{value} is a finished web page, which may hold scripts",
            "把内容写成 .md 网页",
            "write what it says as a page, .md",
        ),
        "file_code": (
            "“{value}”是网页的脚本、样式或数据，不放在这里",
            "{value} is a script, style or data of web pages",
            "这类文件由程序人员放进 hooks/theme/assets/",
            "such files belong into hooks/theme/assets/",
        ),
        "file_archive": (
            "“{value}”是压缩包，不能发布：里面的文件没有查过",
            "{value} is an archive, whose files nobody has looked into",
            "解压后把要发布的文件一个一个放进来",
            "unpack it and put the files here one by one",
        ),
        "file_leaving": (
            "“{value}”是系统或软件留下的备份、临时文件，不会发布",
            "{value} is a copy or mark left by a system or an editor: it isn't published",
            "链接到真正的文件",
            "link to the file itself",
        ),
        "file_unknown": (
            "“{value}”这种文件（{ending}）不能发布",
            "{value} is of a kind ({ending}) that isn't published",
            "可以放 jpg、png、webp、svg、pdf、txt、csv、ics",
            "what may stand here: jpg, png, webp, svg, pdf, txt, csv, ics",
        ),
        "drawing_broken": (
            "“{value}”不是完好的 svg 图",
            "{value} is no sound SVG ({said})",
            "用画图软件打开，重新导出为 svg 或 png",
            "open it in a drawing program and export it again as svg or png",
        ),
        "pdf_broken": (
            "“{value}”不是完好的 PDF，打不开",
            "{value} is no sound PDF: it can't be opened",
            "打开原文件，重新导出为 PDF",
            "export it as PDF once more",
        ),
        "pdf_heavy": (
            "“{value}”太大：{size} MB，最多 {most} MB",
            "{value} is too large: {size} MB of at most {most} MB",
            "导出时选“最小文件大小”，或分成几个文件",
            "export it with the smallest size, or in parts",
        ),
        "pdf_locked": (
            "“{value}”设了密码，打不开",
            "{value} needs a password",
            "去掉密码再放进来",
            "save it without a password",
        ),
        "pdf_signed": (
            "“{value}”带电子签名（签章）：发布前要去掉作者信息，签名就失效了",
            "{value} is signed: taking its author out, as must be before it is published, would break the signature",
            "用“打印 → 另存为 PDF”存一份来发布，签章的原件自己留着",
            "print it to a PDF and publish that; keep the signed one",
        ),
    }
)
"""As in `picture_sentences.PICTURES`."""
TAKEN_OUT: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "script": ("脚本", "scripts"),
        "attached": ("附件、媒体", "attached files and media"),
        "notes": ("批注", "readers' notes"),
        "fetches": ("取外部内容的地址", "addresses it fetches from"),
        "foreign": ("图形以外的内容", "what is no drawing"),
        "picture": ("打不开的内嵌图片", "pictures in it that can't be shown"),
    }
)
"""What was taken out of a file that did something."""


def unfit_file(fault: PictureFault, value: str) -> tuple[Message, Message | None]:
    """Why a file can't be published, and what to do; value: its path as its author sees it."""
    said = FILES.get(fault.name) or PICTURES[f"campaign.{fault.name}"]
    zh, en, *hint = (text.format(value=value, **fault.figures) for text in said)
    return Message(zh, en), Message(*hint) if hint else None


DIFFERS = Message(
    "看看发布出来的样子；不对就另存为 png，或打印成 PDF",
    "look at what is published; where it differs, save it as png, or print it to a PDF",
)


def taken_out(taken: Iterable[str]) -> Message:
    """That a file is published without something it held."""
    zh, en = zip(*(TAKEN_OUT[name] for name in sorted(taken)), strict=True)
    return Message(f"发布时去掉了里面的{'、'.join(zh)}", f"is published without its {', '.join(en)}")


def left_behind(names: Sequence[str]) -> Message:
    """That files of nobody's own stand in a folder and aren't published."""
    shown, more = "、".join(names[:MOST_TOLD]), len(names) - MOST_TOLD
    also = (f" 等 {len(names)} 个", f" and {more} more") if more > 0 else ("", "")
    return Message(
        f"系统或软件留下的文件，没有发布：{shown}{also[0]}",
        f"left by a system or an editor, not published: {shown.replace('、', ', ')}{also[1]}",
    )
