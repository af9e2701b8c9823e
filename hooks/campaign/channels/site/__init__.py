"""Pages: the campaign as a site in each language; finished HTML, no generator's words in it."""

from campaign.channels.site.assets import assets, tokens_css
from campaign.channels.site.chrome import Chrome, chrome, chrome_404
from campaign.channels.site.display_report import ScreenReport
from campaign.channels.site.frame import SiteFrame, frame
from campaign.channels.site.headers import policy_headers
from campaign.channels.site.prints import Print
from campaign.channels.site.problem_page import problem_page
from campaign.channels.site.search import WrittenText, search_index
from campaign.channels.site.sharing import Picture
from campaign.channels.site.shell import Shell, document, holes, mended
from campaign.channels.site.site import render
from campaign.channels.site.sitemap import sitemap

__all__ = [
    "Chrome",
    "Picture",
    "Print",
    "ScreenReport",
    "Shell",
    "SiteFrame",
    "WrittenText",
    "assets",
    "chrome",
    "chrome_404",
    "document",
    "frame",
    "holes",
    "mended",
    "policy_headers",
    "problem_page",
    "render",
    "search_index",
    "sitemap",
    "tokens_css",
]
