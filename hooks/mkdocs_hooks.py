"""The MkDocs adapter: its events in, the builder's calls out; the only file that knows MkDocs or ProperDocs."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from campaign.builder import BuildAbortedError, BuildFailedError, Project, SiteBuild, SourceFile, State
from campaign.channels.site import mended

Context = MutableMapping[str, Any]
build = SiteBuild(logging.getLogger("mkdocs.campaign"))


@contextmanager
def ending() -> Iterator[None]:
    """The end of a build, as MkDocs is told of it."""
    try:
        yield
    except BuildFailedError as failed:
        raise PluginError(str(failed)) from None
    except BuildAbortedError as aborted:
        raise Abort("Aborted") from aborted


def on_startup(*, command: str, dirty: bool) -> None:
    """MkDocs took this folder off the path again; the processes that set posters look for the library on it too."""
    sys.path.insert(0, str(Path(__file__).parent))
    build.start(preview=command == "serve")


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read the campaign, and set MkDocs up for this process's language."""
    with ending():
        build.begin(
            Project(
                host=type(config).__module__.partition(".")[0],
                settings=config.config_file_path,
                data=config.extra.get("campaign_data", "campaign_data"),
                docs=Path(config.docs_dir),
                target=Path(config.site_dir),
                address=config.site_url,
                strict=config.strict,
            )
        )
    if build.state is State.STAGING:
        config.site_dir, config.docs_dir = str(build.site.folder), str(build.site.host_docs())
        config.site_name, config.site_url = build.site.frame.site_name, build.site.frame.site_url
        config.site_description = build.site.frame.description
        config.theme["language"] = build.site.theme_language


def on_pre_build(*, config: MkDocsConfig) -> None:
    """The other languages are built meanwhile."""
    build.start_others()


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Make every generated page and file known, so that hand-written pages may link to them."""
    with ending():
        kept = build.admit(
            SourceFile(
                folder=file.src_dir or "",
                source=file.src_uri,
                destination=file.dest_uri,
                url=file.url,
                page=file.is_documentation_page(),
                published=file.inclusion.value > InclusionLevel.DRAFT.value,
            )
            for file in files
        )
    known = Files([file for file in files if file.src_uri in kept])
    for page in build.pages:
        known.append(file := File.generated(config, f"{page.path}index.md", content=""))
        Finished(page.title, file, config)
    for one in build.files:
        known.append(File.generated(config, one.path, content=b"", inclusion=InclusionLevel.NOT_IN_NAV))
    return known


class Finished(Page):
    """A generated page, as MkDocs knows it while it reads the hand-written ones: it has nothing to be read."""

    def read_source(self, config: MkDocsConfig) -> None:
        """No Markdown."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """No content either: the library sets the page."""
        self.content = ""


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Write what is generated in MkDocs' place, set into the theme."""
    for source in [*(f"{page.path}index.md" for page in build.pages), *(one.path for one in build.files)]:
        files.remove(files.src_uris[source])

    shell = partial(build.keeping_compiled(env).get_template("main.html").render, config=config, page=None)
    build.write(shell)
    config.theme.static_templates = build.theme_pages(config.theme.static_templates)


def on_page_context(context: Context, *, page: Page, config: MkDocsConfig, nav: object) -> None:
    """Hand the theme the finished head, header and footer of a hand-written page."""
    said = {"title": page.title or "", "description": page.meta.get("description", "")}
    context["campaign"] = build.chrome(page.file.src_uri, html=page.content or "", **said)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """A hand-written page as the theme made it, mended where the theme breaks the HTML standard."""
    return mended(output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """404.html likewise."""
    return mended(output)


def on_template_context(context: Context, *, template_name: str, config: MkDocsConfig) -> None:
    """Hand the theme what its own pages need."""
    context.update(build.theme_page(template_name))


@event_priority(-100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Join the languages, verify the whole, and only then replace the published site."""
    with ending():
        build.finish()
    config.site_dir = str(build.folder)


def on_build_error(*, error: Exception) -> None:
    """Whatever failed, the former site stands."""
    with ending():
        build.fail(error)
