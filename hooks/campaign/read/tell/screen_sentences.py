"""The sentences for displays and their playlists: one entry for each kind of refusal of their models."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SCREENS: Mapping[str, tuple[str, str] | tuple[str, str, str, str]] = MappingProxyType(
    {
        "campaign.slide_text": (
            "“{shows}”不能用“text”改字",
            "{shows} takes no text of its own",
            "只有单个内容才能改字",
            "only single items do",
        ),
        "campaign.slide_text_missing": (
            "通知要有文字：加上“text: {{zh: ……, en: ……}}”",
            "a notice needs its words: add `text: {{zh: ..., en: ...}}`",
        ),
        "campaign.about": (
            "没有编号是“{value}”的活动、地区",
            "there is no event and no county {value}",
            "写活动、县（市）的编号，就是它的网址最后那一段；广场展示写 exhibition",
            "the id of an event or a county, the last part of its page's address; exhibition for the exhibition",
        ),
        "campaign.slide_file_needless": (
            "“{shows}”不用写“file”",
            "{shows} takes no file",
            "放自己的图片写 shows: image，视频写 shows: film",
            "shows: image or shows: film plays a file of your own",
        ),
        "campaign.slide_file_missing": (
            "放哪个文件？加上“file: 文件夹/文件名”",
            "which file? add `file: ` and its path",
            "图片放在 campaign_data/images/，视频放在 campaign_data/films/",
            "pictures stand in campaign_data/images/, films in campaign_data/films/",
        ),
        "campaign.file_name": (
            "文件名“{value}”里有播放器不认的字符",
            "the file name {value} holds signs that players stumble over",
            "给文件改名：只用字母、数字、汉字、点、短横，开头不是短横；不要 %、引号",
            "rename it: letters, digits, dots and dashes, no dash first, no % and no quotes",
        ),
        "campaign.file_ending": (
            "“{value}”这种文件不能播放",
            "{value} is not a kind of file that plays",
            "只能是：{allowed}",
            "one of these",
        ),
        "campaign.file_missing": (
            "没有“{value}”这个文件",
            "there is no file {value}",
            "看看文件名（大小写也要一样）和文件夹",
            "check its name, capitals too, and its folder",
        ),
        "campaign.never_opens": ("“{key}”让这一项永远播不到（{why}）", "{key} never lets this play ({why})"),
        "campaign.pixels_split": (
            "“{key}”除以点间距 {pitch} 是 {pixels} 像素，不是整数",
            "{key} over a pitch of {pitch} is {pixels} pixels, not a whole number",
            "核对箱体尺寸和点间距，或者直接写 width_px、height_px",
            "check cabinet size and pitch, or give width_px and height_px",
        ),
        "campaign.side_unsaid": (
            "不知道“{key}”是多少",
            "{key} isn't known",
            "写 width_px 和 height_px；或者写 pitch_mm、width_mm、height_mm，像素会算出来",
            "give width_px and height_px, or pitch_mm, width_mm and height_mm",
        ),
        "campaign.size_twice": (
            "“{key}”和点间距算出来的 {pixels} 像素不一样",
            "{key} isn't the {pixels} pixels that pitch and size give",
        ),
        "campaign.side_px": (
            "“{key}”是 {pixels} 像素，应在 {least} 到 {most} 之间",
            "{key} is {pixels} pixels, it must be between {least} and {most}",
        ),
        "campaign.side_odd": (
            "“{key}”是 {pixels} 像素，视频的宽和高必须是双数",
            "{key} is {pixels} pixels, a film needs even sides",
            "问清屏的像素；多出的一列可以不用",
            "ask for the display's pixels; one column may stay dark",
        ),
        "campaign.area_px": (
            "{width}×{height} 像素太大，播放器放不了（H.264 最多约 943 万像素）",
            "{width} x {height} pixels are more than players decode (H.264: 9.4 million)",
            "分成几块屏来写",
            "split it into several displays",
        ),
        "campaign.twice_in_list": ("“{key}”里有一项写了两次", "something stands twice in {key}"),
    }
)
"""By the type of the refusal: what is wrong in Chinese and English, then what to do, as a `Sentence` takes them."""
