"""The MkDocs adapter: MkDocs' events in, library calls out; the only file that knows MkDocs.

MkDocs builds one language; the first build starts one more for each other language (campaign.builder), and only when
all are built and verified is the published folder replaced. ProperDocs runs the same file.
"""

from __future__ import annotations

import errno
import gc
import logging
import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from campaign import builder
from campaign.builder import artifacts
from campaign.channels import site
from campaign.core.console import say, tell
from campaign.core.problems import CampaignDataError, Message, OutputError, Place, Problem
from campaign.paper import ledger
from campaign.workshop.stage import Stage

log = logging.getLogger("mkdocs.campaign")
run = SimpleNamespace(serving=False)
GC_THRESHOLD = 100_000
"""A build makes millions of objects and hardly a cycle: Python's default looks for cycles a hundred times as often."""
DISK = {errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)}


def on_startup(*, command, dirty):
    """Remember whether a preview is being served: there a mistake is shown in the page, not fatal.

    MkDocs took this folder off the path again; the processes that set posters look for the library on it too.
    """
    run.serving = command == "serve"
    gc.set_threshold(GC_THRESHOLD)
    sys.path.insert(0, str(Path(__file__).parent))


@event_priority(100)
def on_config(config):
    """Read the campaign before anything is touched, take the stage, and set MkDocs up for this process's language."""
    run.press, run.problems, run.pages, run.files = None, None, {}, []
    run.target = Path(config.site_dir)
    run.name = "site/" if run.serving else f"{run.target.name}/"
    ready = builder.Hand(_command(config)) if builder.leads() else None
    try:
        run.job = builder.inherited_job() or _first_job(config)
        if run.job.leads:
            run.job = builder.made(run.job, docs=Path(config.docs_dir), tell=log.info)
            ready = _take_stage(config, ready)
    except CampaignDataError as error:
        return _broken(config, error)
    except OutputError as error:
        return _broken(config, _one_problem("", str(error)))
    except EOFError:
        raise Abort("Aborted") from None
    finally:
        if ready:
            ready.dismiss()
    _configure(config, run.job)
    return config


def on_pre_build(config):
    """Start the other languages as soon as the data is known to be good."""
    if run.press:
        run.press.start_others()


def on_files(files, config):
    """Make every page and file known, so that hand-written pages may link to them; a clash is refused."""
    if run.problems:
        return _no_pages(files)
    for file in [file for file in files if _unused(file.src_uri)]:
        files.remove(file)
    run.written = files.documentation_pages()
    run.files = [*_downloads()]
    made = {f"{page.path}index.md": page for page in _pages()}
    mistakes = [*_outside(files, config), *_clashes(files, _taken(made.values(), run.files))]
    if mistakes:
        _broken(config, CampaignDataError(mistakes))
        return _no_pages(files)
    run.pages = made
    for src_uri, page in made.items():
        files.append(file := File.generated(config, src_uri, content=""))
        Finished(page.title, file, config)
    for one in run.files:
        files.append(File.generated(config, one.path, content=b"", inclusion=InclusionLevel.NOT_IN_NAV))
    return files


class Finished(Page):
    """A generated page, as MkDocs knows it while it reads the hand-written ones: it has nothing to be read."""

    def read_source(self, config):
        """No Markdown."""
        self.markdown = ""

    def render(self, config, files):
        """No content either: the library sets the page."""
        self.content = ""


def on_env(env, *, config, files):
    """Write every generated page and file, each set into the theme's shell, and tell the search of them.

    MkDocs and Material would take each through Markdown, the whole theme and an HTML parser: most of a build.
    """
    if run.problems:
        return env
    for src_uri in [*run.pages, *(one.path for one in run.files)]:
        files.remove(files.get_file_from_path(src_uri))
    shells = {depth: _shell(env, config, depth) for depth in {page.path.count("/") for page in run.pages.values()}}
    root = Path(config.site_dir)
    builder.write(run.files, root)
    builder.write((site.document(run.frame, page, shells[page.path.count("/")]) for page in run.pages.values()), root)
    index = config.plugins["material/search"].search_index
    index.entries += [builder.search_entry(page) for page in run.pages.values() if page.searchable]
    return env


def on_page_context(context, *, page, config, nav):
    """Hand the theme the finished head, header and footer of a hand-written page."""
    context["campaign"] = site.chrome(
        run.frame,
        path=builder.page_path(Path(page.file.src_uri)),
        title=page.title,
        description=page.meta.get("description", ""),
        alternates=_hand_written_in(config, page.file.src_uri),
    )
    return context


def on_post_page(output, *, page, config):
    """A hand-written page as the theme made it, mended where the theme breaks the HTML standard."""
    return site.mended(output)


def on_post_template(output, *, template_name, config):
    """404.html likewise."""
    return site.mended(output)


def on_template_context(context, *, template_name, config):
    """The theme's own pages: 404.html, shown at any depth, and the site map for search engines."""
    if template_name == "404.html":
        context["campaign"] = site.chrome_404(run.frame)
    elif template_name == "sitemap.xml":
        written = {file.url: _hand_written_in(config, file.src_uri) for file in run.written}
        context["campaign_sitemap"] = site.sitemap(run.frame, [page.path for page in run.pages.values()], written)
    return context


@event_priority(-100)
def on_post_build(config):
    """Join the languages, verify the whole, and only then replace the published site."""
    root = Path(config.site_dir)
    if run.problems:
        return _show_problems(root)
    (root / "sitemap.xml.gz").unlink(missing_ok=True)
    builder.finish_search(root)
    if not run.press:
        return builder.hand_in(run.job, root)
    try:
        for warning in run.press.finish():
            log.warning(warning)
    except builder.LanguageFailedError as failed:
        _fail(config, f"另一种语言生成失败 another language failed to build: {failed}")
        return _show_problems(root)
    except builder.UnfitSiteError as unfit:
        for finding in unfit.findings:
            say(str(finding), sys.stderr)
        if run.serving:
            return _close()
        said = f"网站没有通过检查，{run.name} 未改动 · the built site failed its checks; nothing was published"
        raise PluginError(said) from None
    if config.strict and run.warnings.get_counts():
        raise PluginError(f"严格模式下有警告，{run.name} 未改动 · warnings in strict mode; nothing was published")
    run.press.publish()
    config.site_dir = str(run.target)
    quiet = run.serving or os.environ.get(builder.JOB)
    return _close("" if quiet else f"网站已生成，请打开 site is ready, open: {run.target / 'index.html'}")


def on_build_error(*, error):
    """Whatever failed, the former site stands; a full disk is said as such."""
    _close()
    if isinstance(error, OSError) and error.errno in DISK and not run.serving:
        say(f"写文件失败，{run.name} 未改动。 Could not write: {error}; {run.name} is unchanged.", sys.stderr)
        raise Abort("Aborted") from error


def _pages():
    job = run.job
    return artifacts.site_pages(
        job.campaign,
        job.context,
        job.language,
        book=job.book,
        prints=job.prints,
        reports=job.reports,
        photos=job.photos,
        pictures=job.pictures,
    )


def _downloads():
    job = run.job
    if not job.leads:
        return ()
    own_feeds = artifacts.feed_files(job.campaign, job.context) if job.feeds else ()
    made = artifacts.site_files(job.campaign, job.context, job.book, files=job.files)
    return [*made, *own_feeds]


def _first_job(config):
    folder = Path(config.config_file_path).parent / config.extra.get("campaign_data", "campaign_data")
    return builder.first_job(
        folder,
        shown_as=folder.name,
        docs=Path(config.docs_dir),
        site_address=config.site_url if run.serving else None,
        witnesses=ledger.witnesses(folder.parent / "release", folder.parent / "site"),
    )


def _command(config):
    """What builds one more language: the same host on the same file."""
    host = type(config).__module__.partition(".")[0]
    return [host, "build", "--config-file", config.config_file_path, *(["--strict"] if config.strict else [])]


def _shell(env, config, depth):
    """The theme around a page so many folders below its language's root."""
    base = "/".join([".."] * depth) or "."
    holes = site.holes(run.frame)
    return site.Shell.cut(env.get_template("main.html").render(config=config, base_url=base, page=None, campaign=holes))


def _take_stage(config, ready):
    stage = builder.preview_stage() if run.serving else Stage(run.target)
    run.press = builder.Press(
        job=run.job,
        stage=stage.open(),
        command=_command(config),
        ready=ready,
        serving=run.target if run.serving else None,
    )
    config.site_dir = str(run.press.root)
    run.warnings = CountHandler()
    run.warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(run.warnings)


def _configure(config, job):
    """What differs between languages: MkDocs' own folders, names and texts."""
    written = Path(config.docs_dir) / job.language
    run.docs = Path(config.docs_dir)
    if job.site:
        config.site_dir = str(job.site)
    run.job = job = builder.with_written(job, written)
    run.frame = artifacts.frame(job.campaign, job.context, job.language, job.pictures)
    config.site_name = run.frame.site_name
    config.site_url = run.frame.site_url
    config.site_description = run.frame.description
    config.theme["language"] = job.language if job.language in ("zh", "en") else "en"
    empty = Path(config.site_dir).parent / "no-pages"
    if not written.is_dir():
        empty.mkdir(parents=True, exist_ok=True)
    config.docs_dir = str(written if written.is_dir() else empty)


def _broken(config, error):
    """Tell every problem; fatal in a build, shown in the page by a preview."""
    tell(error, sys.stderr, output=run.name)
    if not run.serving:
        raise PluginError(f"{len(error.problems)} 处问题 problems")
    _close()
    run.problems = error
    config.theme.static_templates = set()
    return config


def _fail(config, text):
    return _broken(config, _one_problem("", text))


def _one_problem(path, text):
    return CampaignDataError([Problem(Place(path or run.name), Message(text, "see above" if path else text))])


def _show_problems(root):
    """Every address of the preview shows the mistakes: each is missing, so the server answers with 404.html."""
    text = site.problem_page(run.problems.problems)
    for name in ("index.html", "404.html"):
        (root / name).write_text(text, encoding="utf-8")


def _close(message=""):
    if run.press:
        run.press.close()
        logging.getLogger("mkdocs").removeHandler(run.warnings)
        if run.press.serving:
            shutil.rmtree(run.press.stage.folder.parent, ignore_errors=True)
        run.press = None
    if message:
        say(message, sys.stderr)


def _no_pages(files):
    return Files([file for file in files if not file.is_documentation_page()])


def _unused(src_uri):
    """What Material brings that no page asks for; and our own assets, which stand once, at the site's root."""
    if src_uri.startswith("assets/javascripts/"):
        return src_uri.endswith(".map") or "/lunr/" in src_uri
    material = src_uri.startswith(("assets/stylesheets/", "assets/images/"))
    return src_uri.startswith("assets/") and (material or not run.job.leads)


def _outside(files, config):
    """Files that docs/ only links to: MkDocs would publish what they point at."""
    docs = Path(config.docs_dir).resolve()
    for file in files:
        path = Path(file.abs_src_path or "")
        if file.src_dir == config.docs_dir and path.resolve() != docs / file.src_path:
            what = Message(
                "是链接，不能发布；请放真正的文件", "is a link and can't be published: put the file itself here"
            )
            yield Problem(_written_place(file.src_uri), what)


def _taken(made, downloads):
    """Every file of the site that is not free for a hand-written page or file."""
    feeds = artifacts.feed_paths(run.job.campaign) if run.job.leads else ()
    return dict.fromkeys([*(f"{page.path}index.html" for page in made), *(one.path for one in downloads), *feeds])


def _clashes(files, taken):
    """Hand-written files that would be published where something else stands, however their own names are spelt."""
    roots = tuple(f"{tag}/" for tag in run.job.campaign.languages[1:]) if run.job.leads else ()
    for file in files:
        if file.dest_uri in taken:
            what = Message("与自动生成的页面地址相同，请改名", "a generated page has this address: rename it")
            yield Problem(_written_place(file.src_uri), what)
        elif file.dest_uri.startswith(roots):
            what = Message("这个文件夹名留给语言用，请改名", "this folder's name is a language's: rename it")
            yield Problem(_written_place(file.src_uri), what)


def _written_place(src_uri):
    return Place(f"{run.docs.name}/{run.job.language}/{src_uri}")


def _hand_written_in(config, src_uri):
    """The languages in which a hand-written page exists."""
    return tuple(tag for tag in run.job.campaign.languages if (run.docs / tag / src_uri).is_file())
