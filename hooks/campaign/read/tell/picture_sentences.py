"""The sentences for pictures that can't be shown: one entry for each fault that `pictures.inspect` finds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

AGAIN = ("从相机或手机再复制一份过来", "copy it once more from the camera or phone")
AS_JPEG = ("用看图软件打开，另存为 jpg", "open it in a picture viewer and save it as jpg")

PICTURES: Mapping[str, tuple[str, str] | tuple[str, str, str, str]] = MappingProxyType(
    {
        "campaign.image_nothing": ("图片“{value}”是空的（0 字节）", "the picture {value} is empty (0 bytes)", *AGAIN),
        "campaign.image_unreadable": (
            "打不开图片“{value}”",
            "the picture {value} can't be opened",
            "看看它是不是正被别的程序占用、有没有读取权限",
            "see that no other program holds it and that it may be read",
        ),
        "campaign.image_heavy": (
            "图片“{value}”太大：{size} MB，最多 {most} MB",
            "the picture {value} is too large: {size} MB of at most {most} MB",
            "用看图软件缩小后另存；宽 2000 像素足够",
            "save a smaller copy; a width of 2000 pixels is enough",
        ),
        "campaign.image_huge": (
            "图片“{value}”像素太多：{many} 万，最多 {most} 万",
            "the picture {value} has too many pixels: {millions} million of at most {most_millions} million",
            "用看图软件缩小后另存；宽 2000 像素足够",
            "save a smaller copy; a width of 2000 pixels is enough",
        ),
        "campaign.image_cmyk": (
            "图片“{value}”是印刷用的 CMYK 颜色，网页上会变色",
            "the picture {value} is in CMYK, the colours of printing presses, and would look wrong on screens",
            "在图片软件里改成 RGB 再另存，或向印刷店要原图",
            "save it in RGB, or ask the printer for the original",
        ),
        "campaign.image_heic": (
            "图片“{value}”其实是 HEIC（苹果手机的照片），只改了文件名，浏览器打不开",
            "the picture {value} is really HEIC, a phone's own format under another name, which browsers can't show",
            "在手机上把照片发给自己或另存为 jpg，再放进来",
            "export the photo from the phone as jpg and put that here",
        ),
        "campaign.image_renamed": (
            "图片“{value}”其实是 {found}，文件名的结尾不对",
            "the picture {value} is really {found}: its name should end in {ending}",
            "把文件名的结尾改成 {ending}，这里也照着改",
            "give the file the ending of its kind, and change it here too",
        ),
        "campaign.image_foreign": (
            "“{value}”其实是 {found}，只改了文件名，不是 jpg、png 或 webp 图片",
            "{value} is really {found} under another name, not a jpg, png or webp picture",
            *AS_JPEG,
        ),
        "campaign.image_unknown": (
            "“{value}”里面不是图片",
            "{value} doesn't hold a picture",
            "换成真正的 jpg、png 或 webp 图片",
            "put a real jpg, png or webp picture there",
        ),
        "campaign.image_animated": (
            "图片“{value}”是动图，这里只放静止的图片",
            "the picture {value} moves; only still pictures are shown here",
            *AS_JPEG,
        ),
        "campaign.image_broken": (
            "图片“{value}”不完整或已损坏，打不开",
            "the picture {value} is cut short or damaged and can't be opened",
            *AGAIN,
        ),
    }
)
"""As in `sentences.SENTENCES`: what is wrong, in both languages, then what to do."""
