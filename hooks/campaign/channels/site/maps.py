"""Maps: links that open a place in the map services people have; none needs a key, all take GCJ-02."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from campaign.kinds.event import Coordinates
from campaign.say.words import Words

REFERER = "campaign-press"
"""Tencent and Baidu ask every caller for a name; in Tencent's own syntax `:` and `;` part the fields."""


def map_links(where: Coordinates, name: str, address: str, words: Words) -> tuple[tuple[str, str], ...]:
    """Each service's name and its address for one point."""
    lat, lon = f"{where.lat:.6f}", f"{where.lon:.6f}"
    title, street = (re.sub("[:;]", " ", text) for text in (name, address or name))
    amap = {"position": f"{lon},{lat}", "name": name, "coordinate": "gaode", "callnative": "1"}
    tencent = {"marker": f"coord:{lat},{lon};title:{title};addr:{street}", "referer": REFERER}
    baidu = {
        "location": f"{lat},{lon}",
        "title": name,
        "content": address or name,
        "coord_type": "gcj02",
        "src": REFERER,
    }
    return (
        (words.map_amap, f"https://uri.amap.com/marker?{urlencode(amap)}"),
        (words.map_tencent, f"https://apis.map.qq.com/uri/v1/marker?{urlencode(tencent)}"),
        (words.map_baidu, f"https://api.map.baidu.com/marker?{urlencode({**baidu, 'output': 'html'})}"),
    )


def map_searches(address: str, region: str, words: Words) -> tuple[tuple[str, str], ...]:
    """The same for a street address without a point: what is asked for, in the region it is in."""
    amap = {"keyword": address, "city": region, "view": "map", "src": REFERER, "callnative": "1"}
    tencent = {"keyword": address, "region": region, "referer": REFERER}
    baidu = {"query": address, "region": region, "src": REFERER}
    return (
        (words.map_amap, f"https://uri.amap.com/search?{urlencode(amap)}"),
        (words.map_tencent, f"https://apis.map.qq.com/uri/v1/search?{urlencode(tencent)}"),
        (words.map_baidu, f"https://api.map.baidu.com/place/search?{urlencode({**baidu, 'output': 'html'})}"),
    )
