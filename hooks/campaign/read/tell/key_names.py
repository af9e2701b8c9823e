"""Other names for a key: what people type for it in Chinese, and out of habit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from campaign.read.tell.nearness import NAMES, folded, near

CHINESE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "编号": ("id", "number"),
        "标识": ("id",),
        "代码": ("id",),
        "标题": ("title", "heading", "name", "official_title"),
        "题目": ("title", "heading"),
        "名称": ("name", "title"),
        "名字": ("name",),
        "姓名": ("name",),
        "简称": ("short_name",),
        "时间": ("starts", "hours", "week", "due"),
        "日期": ("day", "starts", "dates", "week"),
        "开始": ("starts", "opens"),
        "开始时间": ("starts", "opens"),
        "结束": ("ends", "closes"),
        "结束时间": ("ends", "closes"),
        "开门": ("opens",),
        "关门": ("closes",),
        "地点": ("venue", "place", "address"),
        "场地": ("venue", "place"),
        "位置": ("area", "venue", "place"),
        "地址": ("address", "venue"),
        "坐标": ("coordinates",),
        "纬度": ("lat",),
        "经度": ("lon",),
        "交通": ("getting_there",),
        "路线": ("getting_there",),
        "怎么去": ("getting_there",),
        "报名": ("registration", "register_how"),
        "报名方式": ("register_how",),
        "对象": ("audience",),
        "面向": ("audience",),
        "受众": ("audience",),
        "简介": ("summary", "about", "lead"),
        "内容": ("summary", "text", "offers", "meaning"),
        "说明": ("summary", "about", "meaning", "note"),
        "介绍": ("about", "summary", "lead"),
        "摘要": ("summary",),
        "导语": ("lead",),
        "主办": ("host", "organisers"),
        "主办单位": ("host", "organisers"),
        "承办": ("host",),
        "联系人": ("contact", "name", "contacts"),
        "联系方式": ("contact", "phone"),
        "电话": ("phone",),
        "联系电话": ("phone",),
        "职务": ("role",),
        "单位": ("office", "host", "name"),
        "备注": ("note",),
        "状态": ("status",),
        "变更": ("change",),
        "变化": ("change",),
        "变更日期": ("changed_on",),
        "原定时间": ("previously",),
        "图片": ("image",),
        "照片": ("image",),
        "图片说明": ("image_alt",),
        "网址": ("online", "site_address"),
        "短网址": ("print_address",),
        "印刷网址": ("print_address",),
        "印刷地址": ("print_address",),
        "嵌入": ("embed_on",),
        "嵌入网站": ("embed_on",),
        "可嵌入的网站": ("embed_on",),
        "份数": ("copies",),
        "数量": ("copies",),
        "材质": ("material",),
        "材料": ("material",),
        "链接": ("online",),
        "直播": ("online",),
        "县": ("county",),
        "县市": ("county",),
        "区县": ("county",),
        "县区": ("county",),
        "喷绘": ("inkjet",),
        "写真": ("inkjet",),
        "喷绘写真": ("inkjet",),
        "印刷": ("press",),
        "办公": ("office",),
        "办公打印": ("office",),
        "县（市）": ("county",),
        "活动": ("events", "activities", "activity"),
        "重点": ("priorities", "priority"),
        "宣传重点": ("priorities", "priority"),
        "场所": ("place_kind", "venue"),
        "类型": ("place_kind", "exhibitor_kind", "poster", "form", "feature"),
        "类别": ("place_kind", "exhibitor_kind", "form"),
        "形式": ("form",),
        "方式": ("form",),
        "方案": ("plan",),
        "设施": ("features",),
        "开放时间": ("openings", "hours"),
        "宣传周": ("week",),
        "主题": ("official", "text"),
        "标语": ("slogans", "text"),
        "口号": ("slogans", "text"),
        "语言": ("languages",),
        "颜色": ("tint",),
        "图标": ("pictogram",),
        "展区": ("zone", "zones"),
        "展台": ("booths",),
        "展板": ("boards",),
        "参展单位": ("exhibitor", "exhibitors"),
        "列": ("column", "columns"),
        "行": ("row", "rows"),
        "宽": ("width_mm", "width_px", "columns"),
        "高": ("height_mm", "height_px", "rows"),
        "秒": ("seconds",),
        "示例": ("sample",),
        "发布": ("targets",),
        "发布到": ("targets",),
        "服务器": ("host",),
        "文件夹": ("folder",),
        "目录": ("folder",),
        "端口": ("port",),
        "存储桶": ("bucket",),
        "地域节点": ("endpoint",),
        "访问域名": ("endpoint",),
        "等待秒数": ("grace_seconds",),
        "登录名": ("user",),
        "用户名": ("user",),
        "中文": ("zh",),
        "汉语": ("zh",),
        "简体中文": ("zh",),
        "英文": ("en",),
        "英语": ("en",),
    }
)
"""Key names as a Chinese speaker would type them, and the keys they may stand for, likeliest first."""

HABITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cn": ("zh",),
        "chinese": ("zh",),
        "zhcn": ("zh",),
        "zhhans": ("zh",),
        "ch": ("zh",),
        "eng": ("en",),
        "english": ("en",),
        "enus": ("en",),
        "start": ("starts", "opens"),
        "starttime": ("starts",),
        "begin": ("starts",),
        "end": ("ends", "closes"),
        "endtime": ("ends",),
        "place": ("venue",),
        "location": ("venue", "address"),
        "description": ("summary", "about"),
        "tel": ("phone",),
        "telephone": ("phone",),
        "mobile": ("phone",),
        "color": ("tint",),
        "colour": ("tint",),
        "url": ("online", "site_address"),
        "link": ("online",),
        "photo": ("image",),
        "picture": ("image",),
        "alt": ("image_alt",),
        "organizer": ("host", "organisers"),
        "organiser": ("host", "organisers"),
        "organizers": ("organisers",),
        "latitude": ("lat",),
        "longitude": ("lon",),
        "lng": ("lon",),
        "priority": ("priorities",),
        "type": ("place_kind", "form"),
    }
)
"""Other words for a key, as typed out of habit."""


def habitual(word: str, allowed: Iterable[str]) -> str:
    """The likeliest allowed name that a word stands for in one of the tables; empty where none does."""
    names = set(allowed)
    habits = (*CHINESE.get(word.strip(), ()), *HABITS.get(folded(word), ()))
    return next((name for name in habits if name in names), "")


def meant(word: str, allowed: Iterable[str]) -> str:
    """The allowed name a word most likely stands for; empty where nothing is near enough."""
    names = list(allowed)
    return habitual(word, names) or near(word, names, NAMES)


def called(key: str) -> str:
    """What a key is called in Chinese: the name that stands for it first of all; the key itself where none does."""
    by_rank = ((keys.index(key), name) for name, keys in CHINESE.items() if key in keys)
    return min(by_rank, key=lambda found: found[0], default=(0, key))[1]
