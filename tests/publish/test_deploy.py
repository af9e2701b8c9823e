"""`deploy/`: written by the command, as it stands in the repository; and what CI runs, in which order."""

import os
import re
import shutil
import stat
import subprocess
import sys

import pytest
import yaml

from campaign.cli import COMMANDS, main
from campaign.publish import recipes
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP

DEPLOY = TOP / "deploy"
FAKE = '#!/usr/bin/env bash\n{first}\necho "{name} $*" >>"$LOG"\n{then}\n'
RELEASE = 'if [ "$1" = release ]; then if [ -e refuse ]; then exit 1; fi; echo more >>campaign_data/ledger.jsonl; fi'


def test_the_recipes_in_the_repository_are_those_of_the_shipped_campaign():
    """After a change of the address or the templates: campaign deploy."""
    campaign = read_campaign(TOP / "campaign_data")

    written = recipes.written(recipes.recipe(campaign, folder=f"/srv/{campaign.campaign.id}"))

    for path, text in some(written.items()):
        assert (DEPLOY / path).read_text("utf-8") == text, f"{path}: campaign deploy"


def test_the_command_writes_for_the_address_and_the_target_of_a_campaign(tmp_path, monkeypatch, capsys):
    """A site in a folder of a host, whose releases a target puts on a server."""
    data = shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    head = data / "campaign.yml"
    targets = "targets:\n  - {name: 官网, kind: ssh, host: www, folder: /var/www/water}\n"
    head.write_text(head.read_text("utf-8") + targets, "utf-8")
    monkeypatch.chdir(tmp_path)

    assert main(["deploy"]) == 0

    rules = (tmp_path / "deploy/nginx/campaign.conf").read_text("utf-8")
    assert 'location ^~ "/week-2025/"' in rules
    assert 'alias "/var/www/water/current/"' in rules
    assert "已写 wrote: deploy/nginx/site.conf" in capsys.readouterr().out


def test_a_server_without_brotli_is_written_for_by_one_word(tmp_path, monkeypatch):
    """What the rules say to do where nginx doesn't know brotli_static leaves no such line."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    monkeypatch.chdir(tmp_path)
    rules = tmp_path / "deploy/nginx/campaign.conf"

    assert main(["deploy"]) == 0
    assert "campaign deploy --no-brotli" in rules.read_text("utf-8")
    assert main(["deploy", "--no-brotli"]) == 0
    assert "brotli" not in rules.read_text("utf-8")


def test_the_location_that_is_in_the_way_of_a_whole_host_is_named():
    """Whoever adds the rules to a server block that he has reads what has to go, wherever he looks first."""
    for name in some(("nginx/campaign.conf", "nginx/site.conf", "README.md")):
        text = (DEPLOY / name).read_text("utf-8")
        assert re.search(r"location / \{ \.\.\. \}`? .*先.*删掉", text), name
        assert re.search(r"`location / \{ \.\.\. \}` (of its own, take it out|has to go) first", text), name


def test_a_folder_that_a_server_can_t_say_is_told(tmp_path, monkeypatch, capsys):
    """nginx has no way to say a dollar sign: better told than served from elsewhere."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    monkeypatch.chdir(tmp_path)

    assert main(["deploy", "--folder", "/srv/$week"]) == 1
    assert "没法写进 nginx 的配置" in capsys.readouterr().err
    assert not (tmp_path / "deploy").exists()


@pytest.mark.parametrize("name", ["github-actions.yml", "gitlab-ci.yml"])
def test_ci_runs_the_script_and_names_no_secret(name):
    """Both recipes are YAML, run the one script, and take every secret from the platform."""
    text = (DEPLOY / "ci" / name).read_text("utf-8")

    assert yaml.safe_load(text)
    assert set(re.findall(r"\S+\.sh\b", text)) == {"deploy/ci/publish.sh"}
    assert not re.search(r"(?i)(password|BEGIN [A-Z ]*PRIVATE KEY|/root/|/home/)", text)


def test_the_script_calls_commands_that_are_there():
    """Each `campaign x` of the script is a command."""
    text = (DEPLOY / "ci" / "publish.sh").read_text("utf-8")
    names = set(re.findall(r"\.venv/bin/campaign ([a-z]+)", text))

    assert some(names) and names <= {one.name for one in COMMANDS}


@pytest.fixture
def office(tmp_path):
    """A repository with the script, its remote, and programs that write down how they are called."""
    remote, here = tmp_path / "remote.git", tmp_path / "office"
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "--quiet", "--bare", remote], check=True)
    shutil.copytree(DEPLOY / "ci", here / "deploy" / "ci")
    (here / "campaign_data").mkdir()
    (here / "campaign_data" / "ledger.jsonl").write_text("first\n")
    (here / "campaign_data" / "campaign.yml").write_text(TARGETS, "utf-8")
    (here / "hooks").mkdir()
    (here / "hooks" / "press.py").write_text("")
    (here / ".gitignore").write_text(".venv/\n")
    for command in ("init --quiet", "add .", "commit --quiet -m first", f"remote add origin {remote}"):
        subprocess.run([*git, *command.split()], cwd=here, check=True)
    subprocess.run([*git, "push", "--quiet", "origin", "HEAD:main"], cwd=here, check=True)
    (here / ".venv" / "bin").mkdir(parents=True)
    for name in ("campaign", "python"):
        program = here / ".venv" / "bin" / name
        first, then = ("", f"{RELEASE}\n{PUSHED}") if name == "campaign" else (ASKED, "")
        program.write_text(FAKE.format(name=name, first=first, then=then))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return here


TARGETS = "id: week\ntargets:\n  - {name: 官网, kind: ssh}\n  - {name: 云, kind: store}\n"
ASKED = f'if [ "$1" = -c ]; then exec "{sys.executable}" "$@"; fi'
PUSHED = 'if [ "$1" = publish ]; then echo "pushed $(git ls-remote origin main | cut -c1-40)" >>"$LOG"; fi'


def ran(office, *arguments):
    """The exit code, and what was called in which order."""
    log = office.parent / "log"
    log.unlink(missing_ok=True)
    environment = {**os.environ, "LOG": str(log), "BRANCH": "main"}
    done = subprocess.run(["bash", "deploy/ci/publish.sh", *arguments], cwd=office, env=environment)
    return done.returncode, log.read_text("utf-8").splitlines()


def test_every_push_is_checked_and_built(office):
    """Without a target nothing is released or published."""
    assert ran(office) == (0, ["campaign check", "python -m mkdocs build --strict"])


def test_going_live_passes_the_gate_and_keeps_the_ledger_first(office):
    """The ledger is pushed before the site goes live."""
    code, called = ran(office, "官网")
    ledger = subprocess.run(["git", "log", "-1", "--format=%H %s"], cwd=office, capture_output=True, text=True).stdout

    assert code == 0
    assert called[:-1] == [
        "campaign check",
        "campaign check --release",
        "campaign release",
        "campaign publish 官网 --yes --by CI",
    ]
    assert "台账 ledger [skip ci]" in ledger
    assert called[-1] == f"pushed {ledger[:40]}"


def test_a_store_gets_its_packages_before_anything_is_released(office):
    """The press alone can't speak to a store: what can is installed, each package proved by its hash."""
    code, called = ran(office, "云")

    assert code == 0
    assert called[1:3] == [
        "python -m pip install --quiet --require-hashes -r requirements-s3.lock",
        "campaign check --release",
    ]


def test_what_the_gate_refuses_does_not_go_live(office):
    """The first thing that fails ends it."""
    (office / "refuse").touch()

    code, called = ran(office, "官网")

    assert code == 1
    assert called[-1] == "campaign release"
