"""Maps: links that open a place in the map services people have; none needs a key, all take GCJ-02.

As their documentation has it: Amap, longitude first (lbs.amap.com/api/uri-api/guide/mobile-web/point and
/guide/search/search); Tencent, latitude first, `referer` required (lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker and
/uriWebPoisearch); Baidu, latitude first, BD-09 unless `coord_type` says otherwise, `output` and `src` required
(lbsyun.baidu.com/docs/webapi?title=mapadjustment/uri/web).
"""

from __future__ import annotations

import re
from urllib.parse import urlencode

from campaign.kinds.event import Coordinates
from campaign.say.script import is_han
from campaign.say.words import Words

CALLER = "campaign-press"
"""Who asks: Amap recommends a name, Tencent requires one."""
BAIDU_CALLER = f"webapp.office.{CALLER}"
"""Baidu requires one of the form `webapp.companyName.appName`."""
TENCENT_SIGNS = re.compile("[:;|]")
"""In Tencent's marker `:` and `;` part the fields, `|` the markers."""


def map_links(where: Coordinates, name: str, address: str, words: Words) -> tuple[tuple[str, str], ...]:
    """Each service's name and its address for one point."""
    lat, lon = f"{where.lat:.6f}", f"{where.lon:.6f}"
    title, street = (TENCENT_SIGNS.sub(" ", text) for text in (name, address or name))
    amap = {"position": f"{lon},{lat}", "name": name, "src": CALLER, "coordinate": "gaode", "callnative": "1"}
    tencent = {"marker": f"coord:{lat},{lon};title:{title};addr:{street}", "referer": CALLER}
    baidu = {
        "location": f"{lat},{lon}",
        "title": name,
        "content": address or name,
        "coord_type": "gcj02",
        "output": "html",
        "src": BAIDU_CALLER,
    }
    return (
        (words.map_amap, f"https://uri.amap.com/marker?{urlencode(amap)}"),
        (words.map_tencent, f"https://apis.map.qq.com/uri/v1/marker?{urlencode(tencent)}"),
        (words.map_baidu, f"https://api.map.baidu.com/marker?{urlencode(baidu)}"),
    )


def map_searches(address: str, region: str, words: Words, *, short: str = "") -> tuple[tuple[str, str], ...]:
    """The same for a street address without a point: what is asked for, in the region it is in.

    Two of the services know cities alone, and a region may be a county: so it stands in what is looked for too, unless
    the address has it; short: the region's short name.
    """
    whole = f"{region}{address}" if is_han(address) else f"{address}, {region}"
    asked = address if (short or region) in address else whole
    amap = {"keyword": asked, "city": region, "view": "map", "src": CALLER, "callnative": "1"}
    tencent = {"keyword": asked, "region": region, "referer": CALLER}
    baidu = {"query": asked, "region": region, "output": "html", "src": BAIDU_CALLER}
    return (
        (words.map_amap, f"https://uri.amap.com/search?{urlencode(amap)}"),
        (words.map_tencent, f"https://apis.map.qq.com/uri/v1/search?{urlencode(tencent)}"),
        (words.map_baidu, f"https://api.map.baidu.com/place/search?{urlencode(baidu)}"),
    )
