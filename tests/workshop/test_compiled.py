"""Compiled templates are kept: by their text and how it is read, in any copy of a project; a full disk only slows."""

import pytest
from jinja2 import DictLoader, Environment

from campaign.workshop.cache import Cache, CacheError
from campaign.workshop.compiled import CompiledTemplates


@pytest.fixture
def compiled(monkeypatch):
    """The names of the templates that were compiled, in order."""
    names = []
    plain = Environment.compile

    def compile_and_note(self, source, name=None, filename=None, **options):
        names.append(name)
        return plain(self, source, name, filename, **options)

    monkeypatch.setattr(Environment, "compile", compile_and_note)
    return names


def render(folder, text, **options):
    environment = Environment(
        loader=DictLoader({"page.html": text}), bytecode_cache=CompiledTemplates(Cache(folder)), **options
    )
    return environment.get_template("page.html").render(name="<鱼>")


def test_a_template_is_compiled_once(tmp_path, compiled):
    assert [render(tmp_path, "{{ name }}") for _ in range(3)] == ["<鱼>"] * 3
    assert compiled == ["page.html"]


def test_another_text_or_another_reading_is_another_template(tmp_path, compiled):
    assert render(tmp_path, "{{ name }}") == "<鱼>"
    assert render(tmp_path, "{{ name }}!") == "<鱼>!"
    assert render(tmp_path, "{{ name }}", autoescape=True) == "&lt;鱼&gt;"
    assert render(tmp_path, "<b>\n{{ name }}", trim_blocks=True) == "<b>\n<鱼>"
    assert len(compiled) == 4


def test_what_was_damaged_is_compiled_again(tmp_path, compiled):
    render(tmp_path, "{{ name }}")
    (kept,) = tmp_path.glob("*/*")
    kept.write_bytes(kept.read_bytes()[:-9])

    assert render(tmp_path, "{{ name }}") == "<鱼>"
    assert len(compiled) == 2


def test_where_nothing_can_be_kept_pages_are_made_all_the_same(tmp_path, compiled, monkeypatch):
    def full(*_):
        raise CacheError("full")

    monkeypatch.setattr(Cache, "put", full)

    assert render(tmp_path, "{{ name }}") == "<鱼>"
