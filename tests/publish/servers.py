"""Real web servers on this machine, filled with the recipes: unprivileged ports, everything in a temporary folder."""

import contextlib
import http.client
import os
import re
import socket
import subprocess
import time
from dataclasses import dataclass

from programs import program

NGINX = """
{user}daemon off;
pid {here}/nginx.pid;
error_log stderr warn;
{brotli}
worker_processes 2;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {here}/body;
    proxy_temp_path {here}/proxy;
    fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi;
    scgi_temp_path {here}/scgi;
    include {here}/site.conf;
}}
"""


@dataclass
class Answer:
    """What a server answered."""

    status: int
    headers: dict
    body: bytes

    def __getitem__(self, name):
        return self.headers.get(name.lower(), "")


@dataclass
class Server:
    """A server that runs, and its port."""

    port: int

    def ask(self, path, method="GET", **headers):
        """One answer, as it came: nothing is followed or unpacked."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, headers={"Host": "ip.example.org", **named})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def plain(text, port):
    """The server block of the recipe on a port of this machine, without its certificate; nothing else is changed."""
    text, listens = re.subn(r"listen 443 ssl http2;", f"listen 127.0.0.1:{port};", text)
    text, certificates = re.subn(r"(?m)^ *(ssl_\w+ .*;|listen \[::\]:.*)$", "", text)
    text, unsafe = re.subn(r"listen 80;", f"listen 127.0.0.1:{_free_port()};", text)
    assert (listens, certificates, unsafe) == (1, 5, 1)
    return text


@contextlib.contextmanager
def nginx(here, recipes, *others):
    """nginx with the recipes' own server block, in which the rules of other sites of that host stand too."""
    port = _free_port()
    here.mkdir(parents=True)
    includes = ""
    for n, one in enumerate((recipes, *others)):
        (here / f"campaign{n}.conf").write_text(one["nginx/campaign.conf"], "utf-8")
        includes += f'include "{here}/campaign{n}.conf";'
    site, rules = re.subn(r'include "[^"]+";', includes, recipes["nginx/site.conf"])
    assert rules == 1
    (here / "site.conf").write_text(plain(site, port), "utf-8")
    user = "user root;\n" if os.geteuid() == 0 else ""
    brotli = f"load_module {program('nginx-brotli')};" if "brotli_" in recipes["nginx/campaign.conf"] else ""
    (here / "nginx.conf").write_text(NGINX.format(here=here, user=user, brotli=brotli), "utf-8")
    with _running([program("nginx"), "-p", str(here), "-c", str(here / "nginx.conf")], port) as server:
        yield server


@contextlib.contextmanager
def caddy(here, recipes, *others):
    """Caddy with the recipes' own site, by plain HTTP, and in it other sites of that host, both lines of each."""
    port = _free_port()
    here.mkdir(parents=True)
    site, hosts = re.subn(r"(?m)^ip\.example\.org \{", f"http://ip.example.org:{port} {{", recipes["caddy/Caddyfile"])
    assert hosts == 1
    for one in (recipes, *others):
        file, inner = re.findall(r"(?m)^\t?import (.+)$", one["caddy/Caddyfile"])
        (here / file).write_text(one["caddy/campaign.caddy"], "utf-8")
        if one is not recipes:
            site = f"import {file}\n" + site.replace("\timport", f"\timport {inner}\n\timport", 1)
    (here / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + site, "utf-8")
    environment = {**os.environ, "XDG_DATA_HOME": str(here), "XDG_CONFIG_HOME": str(here), "HOME": str(here)}
    command = [program("caddy"), "run", "--config", str(here / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(command, port, env=environment) as server:
        yield server


SERVERS = {"nginx": nginx, "caddy": caddy}


@contextlib.contextmanager
def _running(command, port, **options):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    try:
        _answers(process, port)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


def _answers(process, port):
    """Wait until somebody listens; a server that ended instead says why."""
    for _ in range(400):
        assert process.poll() is None, process.stdout.read().decode()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.025)
    raise AssertionError(f"{process.args[0]} doesn't listen")
