"""What a print address's web server is told: to send each printed code on to the site; for nginx, Apache and IIS."""

from __future__ import annotations

import string
from urllib.parse import quote, unquote, urlsplit
from xml.sax.saxutils import quoteattr

from campaign.kinds import urls
from campaign.paper.code import LENGTH

CODE = rf"([0-9a-z]{{{LENGTH}}})"
"""A code as a request has it: its letters in either case, for every server here compares without it."""

SIGNS = frozenset(map(chr, range(128))) - frozenset(string.ascii_letters + string.digits + "/-_~")


def rules(print_address: str, site_address: str) -> dict[str, str]:
    """Each server's file by its path, in which `<print address>/q/<code>`, with or without its last slash, is answered
    by 302 to `<site address>/q/<code>/`: found, not moved for ever, so that no phone keeps it when the site moves.

    Apache's and IIS's files stand in the folder of the print address, nginx's lines in its `server` block.
    """
    return {
        "nginx/print-address.conf": _nginx(print_address, site_address),
        "apache/.htaccess": _apache(site_address),
        "iis/web.config": _iis(site_address),
    }


def _nginx(print_address: str, site_address: str) -> str:
    folder = pattern(unquote(urlsplit(print_address).path))
    return f'location ~* "^{folder}q/{CODE}/?$" {{\n    return 302 {_target(site_address, "$1")};\n}}\n'


def _apache(site_address: str) -> str:
    target = _target(site_address, "$1").replace("%", r"\%")
    return (
        f"<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteRule ^q/{CODE}/?$ {target} [R=302,L,NC,NE]\n</IfModule>\n"
    )


def _iis(site_address: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <rewrite>
      <rules>
        <rule name="print-address" stopProcessing="true">
          <match url={quoteattr(f"^q/{CODE}/?$")} ignoreCase="true" />
          <action type="Redirect" url={quoteattr(_target(site_address, "{R:1}"))}
                  redirectType="Found" appendQueryString="false" />
        </rule>
      </rules>
    </rewrite>
  </system.webServer>
</configuration>
"""


def _target(site_address: str, code: str) -> str:
    """Where a code leads; all that a server might take for a variable of its own is percent-encoded."""
    split = urlsplit(site_address)
    return f"https://{split.netloc}{quote(split.path, safe='/%-._~')}{urls.permalink(code)}"


def pattern(path: str) -> str:
    """A decoded path as a regular expression: what isn't plain is written by its number, so no sign ends a string."""
    return "".join(rf"\x{ord(sign):02x}" if sign in SIGNS else sign for sign in path)
