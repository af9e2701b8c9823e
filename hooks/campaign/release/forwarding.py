"""What the print address's host must serve so that paper leads to the site: its ZIP, and how to see that it does."""

from __future__ import annotations

from pathlib import Path

from campaign.channels import permalinks
from campaign.core.artifact import Download, Source
from campaign.kinds import Campaign
from campaign.paper import Book, payload
from campaign.release.edition import Edition
from campaign.release.packing import pack_pages

NAME = "print-address.zip"


def pack_print_address(edition: Edition, root: Path) -> dict[str, int]:
    """The ZIP for the host of the print address, with how many files it holds; none where paper has the site's own."""
    head = edition.campaign.campaign
    if not head.forwards_print:
        return {}
    rules = permalinks.rules(head.paper_address, head.site_address)
    files = [*permalinks.print_forwards(edition.campaign, edition.book)]
    files += [
        Download(path=path, content=text.encode(), source=Source(kind="home")) for path, text in sorted(rules.items())
    ]
    trial = _trial(edition.campaign, edition.book)
    said = {"address": head.paper_address, "site": head.site_address, "printed": trial[0], "leads": trial[1]}
    pack_pages(root / NAME, files, note=NOTE.format(**said))
    return {NAME: len(files)}


def to_try(campaign: Campaign, book: Book) -> list[str]:
    """For a console: that the print address must lead to the site before anything is printed, and how to see it.

    Nothing where paper carries the site's own address.
    """
    address = campaign.campaign.paper_address
    if not campaign.campaign.forwards_print:
        return []
    printed, leads = _trial(campaign, book)
    return [
        f"付印前，{address} 要能转到网站；怎样做，见 {NAME} 里的 README.txt"
        f" · before printing, {address} must forward to the site: see README.txt in {NAME}",
        f"  用手机打开试一试 try on a phone: {printed}",
        f"  应当到 it must arrive at: {leads}",
        f"  或者 or: curl -I {printed}",
    ]


def _trial(campaign: Campaign, book: Book) -> tuple[str, str]:
    """One printed address and the site's own that it must lead to."""
    head, code = campaign.campaign, book.imprint("home").code
    return payload(head.paper_address, code), payload(head.site_address, code)


NOTE = """印刷网址 print address: {address}
网站 site: {site}

海报上印的是短网址，要由它的服务器转到网站。付印以前就要办好，海报在外面一天，就要保留一天。
请交给管这个域名的同事，下面几种办法任选一种：
1. 放文件：把 q 文件夹放到 {address} 对应的目录里。以后每次正式发布，都用新的 q 文件夹替换（会有新短码）。
2. nginx：把 nginx/print-address.conf 的几行加到这个域名的 server 里，重新加载。
3. Apache：把 apache/.htaccess 放到 {address} 对应的目录里；那里已经有 .htaccess 的，把几行加进去。需要 mod_rewrite。
4. IIS：把 iis/web.config 放到 {address} 对应的目录里；那里已经有 web.config 的，把 rule 一段合并进去。
   需要“URL 重写”模块，没有装的不要用，用第 1 种办法。
第 2 至 4 种一次办好，以后有新短码也不用再改。短网址必须是 https，证书有效。

办好以后试一试（付印前必做）：用手机打开
  {printed}
应当到
  {leads}
会用命令行的，运行 curl -I {printed} ：第 2 至 4 种应当看到 302 和 location: {leads} ；
第 1 种应当看到 200。再扫一扫打样上的二维码。

Posters carry the short address, so its server must send people on to the site: from before anything is printed for as
long as a poster hangs. For whoever runs that host; one of these is enough:
1. Files: put the folder q into the folder of {address}, and a new one after each release (there may be new codes).
2. nginx: add the lines of nginx/print-address.conf to the host's server block and reload.
3. Apache: put apache/.htaccess into the folder of {address}, or add its lines to the one there. Needs mod_rewrite.
4. IIS: put iis/web.config into the folder of {address}, or merge its rule into the one there. Needs the URL Rewrite
   module; without it use 1, for IIS answers a web.config it doesn't know with an error.
2 to 4 are done once: they hold for new codes too. The address must be https with a valid certificate.

Then try it, before printing: open {printed} on a phone; it must arrive at
{leads} . curl -I {printed} says 302 and that location with 2 to 4, 200 with 1.
"""
