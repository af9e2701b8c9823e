"""Pages: the campaign as a site in each language; finished HTML, no generator's words in it."""

from campaign.pages.assets import assets, tokens_css
from campaign.pages.chrome import Chrome, chrome, chrome_404
from campaign.pages.edition import Imprint
from campaign.pages.frame import SiteFrame, frame, titles
from campaign.pages.prints import Print
from campaign.pages.problem_page import problem_page
from campaign.pages.sharing import Picture
from campaign.pages.shell import Shell, document, holes, mended
from campaign.pages.shown import ScreenReport
from campaign.pages.site import render
from campaign.pages.sitemap import sitemap

__all__ = [
    "Chrome",
    "Imprint",
    "Picture",
    "Print",
    "ScreenReport",
    "Shell",
    "SiteFrame",
    "assets",
    "chrome",
    "chrome_404",
    "document",
    "frame",
    "holes",
    "mended",
    "problem_page",
    "render",
    "sitemap",
    "titles",
    "tokens_css",
]
