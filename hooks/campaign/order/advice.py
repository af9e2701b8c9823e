"""How to print what is in a pack: the part of its README that is the same for whoever hands it out."""

from campaign.order.texts import said
from campaign.workshop.press.condition import CONDITION

SYMBOLS = said("symbols")
"""What may not be done to a symbol: said to whoever prints, in the README and on the order sheet."""
SHOP = f"""“印刷版”（press）的：出血 3 mm，四角有裁切线，CMYK，黑字为单色黑 K100、已设叠印；
输出条件 {CONDITION.identifier}（{CONDITION.said}），文件里带着它的 ICC 特性文件，印前检查已通过。
其余的是喷绘、写真：尺寸准确，没有出血。
按 100 % 印，不要缩放或转换颜色。
{SYMBOLS.main}。印前请扫一扫打样。
Names with "press": 3 mm bleed, crop marks, CMYK, text K100 set to overprint, output intent {CONDITION.identifier}
with its profile, pre-flighted. The others are for inkjet: exact size, no bleed. Print at 100 %, don't scale or
convert colours. Fonts are embedded. {SYMBOLS.support}.
Scan the proof.
"""
OFFICE = """尺寸准确，没有出血。打印时选“实际大小”，不要选“适合页面”。
“省墨”（low-ink）是省墨版，“拼贴”（tiles）是用小纸拼的大幅海报。
打印后用手机扫一扫二维码再张贴，离地 90 到 120 cm 最好扫。
Exact size, no bleed. Print at "actual size", not "fit to page". low-ink saves ink, tiles are large posters on small
sheets. Scan the symbol before you hang it up, 90 to 120 cm above the floor.
"""
ADVICE = {"shop": SHOP, "office": OFFICE}
"""By who makes it."""
CHECK = """SHA256SUMS.txt：核对文件有没有损坏（sha256sum -c SHA256SUMS.txt）。
SHA256SUMS.txt: to check that no file was damaged (sha256sum -c SHA256SUMS.txt)."""
