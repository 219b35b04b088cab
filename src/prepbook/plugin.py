"""The MkDocs plugin: hooks that only delegate."""

import json
import re
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from prepbook.book import Book
from prepbook.compiled import COMPILED
from prepbook.config import PrepbookConfig
from prepbook.downloads import Download, read_downloads
from prepbook.errors import Finding, ordered, report
from prepbook.execute import Executor
from prepbook.kept import KeptPages
from prepbook.language import Language, speak_as
from prepbook.load.book import Layout, load_book
from prepbook.markdown import Elements
from prepbook.material import mended, without_heading_gap
from prepbook.mkdocs_markdown import fragment_converter, install_extension
from prepbook.navigation import pages_in_order
from prepbook.notebooks import cells_are_markdown, is_notebook, run_notebook, tidy_notebook
from prepbook.offline import REVISION, publish_kill_switch, publish_offline
from prepbook.page_runtime import manifest_of, runtime_of
from prepbook.policy import publish_policy
from prepbook.reading import HIDDEN, with_reading_time
from prepbook.redraw import Redraw, page_keys
from prepbook.remembered import Remembered
from prepbook.render import ASSETS, Limits, SiteElements
from prepbook.runtime.assets import RuntimeAssets, read_library_lock
from prepbook.runtime.packages import Packages, load_packages
from prepbook.search import with_navigation_titles
from prepbook.site import book_json
from prepbook.summary import described, examine_social_picture, social_picture_url
from prepbook.validate import Proven, prove, validate
from prepbook.words import for_templates

_log = get_plugin_logger(__name__)
_ID = re.compile(r'\bid="([^"]+)"')
THEME = Path(__file__).parent / "templates" / "theme"


class FindingsError(PluginError):
    """What stops a build: the findings, and their report as its message."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(report(findings))
        self.findings = ordered(findings)


class PrepbookPlugin(BasePlugin[PrepbookConfig]):
    """Loads and proves the book, draws its elements, and writes what the pages need."""

    target: Literal["site", "print"] = "site"  # `prepbook pdf` sets "print" before it builds
    book: Book
    proven: Proven
    elements: Any  # SiteElements, or PrintElements when printing
    assets: RuntimeAssets
    language: Language

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}
        self.serving = False
        self.redraw: Redraw | None = None  # `prepbook serve` sets one, to draw only what changed

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether an author is only looking: then nothing is kept in the browser."""
        self.serving = command == "serve"
        self.redraw = None  # MkDocs keeps plugins from one configuration to the next

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Speak the book's language; put our page template between the book's own overrides and Material."""
        self.language = speak_as(config, self.config.words, for_pages=self.target == "site")
        for finding in self.language.lacks:
            _log.warning("%s", finding)
        if self.target == "site":
            own = 1 if config.theme.custom_dir else 0
            config.theme.dirs.insert(own, str(THEME))
        return config

    @event_priority(-50)  # after mkdocs-jupyter has turned notebooks into pages
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Load the book and prove it; every finding stops the build, all of them in one report."""
        layout = self.layout(config)
        pages = pages_in_order(files, config.nav)
        self.book, findings = load_book(layout, pages, self.config.pillars)
        findings += cells_are_markdown(
            [page.file for page in pages], config.plugins, Path(config.config_file_path).name
        )
        findings += examine_social_picture(
            self.config.social_picture, [*files.src_uris], Path(config.config_file_path).name
        )
        findings += self.language.faults
        findings += validate(self.book, every_claim_is_cited=self.config.every_claim_is_cited)
        packages, wrong = self.packages(layout)
        if wrong:
            _stop_on([*findings, *wrong])  # Programs can't be proven without what they import.
        with self.executor(layout, packages) as executor:
            self.proven, wrong = prove(self.book, executor)
        _stop_on([*findings, *wrong])
        self.elements = self.make_elements(config)
        install_extension(config, self.elements, layout.snippets, self.book.glossary)
        if self.target == "site":
            self.assets = runtime_of(packages, cache_folder(layout.root))
            self._manifest = manifest_of(self.assets)
            config.extra_css.append(f"{ASSETS}/{self.assets.style}")
        return files

    @event_priority(-100)  # when every other plugin has added its pages
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Choose the pages that have to be converted, and, where a book is served, those that have to be read."""
        if self.target == "site":
            layout = self.layout(config)
            keys = page_keys(self.book, self.proven, config, files, layout.snippets, self.elements.editions)
            self._kept = KeptPages(cache_folder(layout.root) / "pages", config, self.elements, keys)
            if self.redraw:
                self.redraw.begin(files, keys)
        return nav

    def on_pre_page(self, page: Page, **_: Any) -> Page:
        """Convert a page's Markdown only where something has changed."""
        if self.target == "site" and not is_notebook(page.file.src_uri):
            self._kept.keep(page)
        return page

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Put back what the other pages had; let page templates speak."""
        env.globals.update(for_templates())
        env.bytecode_cache = COMPILED
        if self.redraw:
            self.redraw.restore(files, config)
        self._files = files
        return env

    def make_elements(self, config: MkDocsConfig) -> Elements:
        """Return who draws the elements of this build."""
        to_html = fragment_converter(config, lambda: self.elements)
        if self.target == "site":
            options = self.config
            limits = Limits(
                options.run_limit_s, options.check_limit_s, options.output_limit_kb, options.memory_limit_mb
            )
            return SiteElements(self.book, self.proven, to_html, limits, self._downloads(config))
        from prepbook.pdf.elements import PrintElements  # paper is loaded only for paper

        return PrintElements(self.book, self.proven, to_html, config.site_url or None)

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        """Tell who draws which page comes next; let a notebook that is run be a chapter with runnable blocks."""
        self.elements.begin(page.url)
        source = page.file.abs_src_path
        return (run_notebook(Path(source), page.file.src_uri) if source else None) or markdown

    @event_priority(-50)  # after mkdocs-jupyter has drawn the notebook
    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        """Note the title and the ids; tidy a notebook; describe the page and say how long it takes to read."""
        self.titles[page.url] = str(page.title)
        if page.present_anchor_ids is not None:  # MkDocs checks links by these, and has not seen inside our blocks
            page.present_anchor_ids |= set(_ID.findall(html))
        tidy = tidy_notebook(html) if is_notebook(page.file.src_uri) else html
        if self.target == "print":
            return tidy
        page.meta["description"] = described(page.meta, tidy)
        fit = without_heading_gap(tidy)
        return fit if HIDDEN in page.meta.get("hide", ()) else with_reading_time(fit)

    def on_page_context(self, context: TemplateContext, config: MkDocsConfig, **_: Any) -> TemplateContext:
        """Give our page template the URLs of its script, and the picture that stands for the book."""
        if self.target == "site":
            name, _content = self._manifest
            context["prepbook"] = {  # type: ignore[typeddict-unknown-key]  # our own
                "main": f"{ASSETS}/{self.assets.main}",
                "shared": [f"{ASSETS}/{name}" for name in self.assets.shared],
                "manifest": f"{ASSETS}/{name}",
                "words": self.language.url,
                "revision": REVISION if self.config.offline and not self.serving else "",
                "downloads": [file for file in self.elements.editions if file.is_made],
                "picture": social_picture_url(config.site_url, self.config.social_picture),
            }
        return context

    def on_post_page(self, output: str, **_: Any) -> str:
        """Mend what Material's templates get wrong."""
        return mended(output) if self.target == "site" else output

    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """Mend the page for lost readers, too."""
        is_page = self.target == "site" and template_name.endswith(".html")
        return mended(output_content) if is_page else output_content

    @event_priority(-100)  # last: the list for reading offline holds what other plugins write too
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the assets, book.json, the pages' policy and the service worker; let search know all titles."""
        if self.target != "site":
            return
        site = Path(config.site_dir)
        contents = {f"{ASSETS}/{asset.name}": asset.content for asset in self.assets.files}
        name, manifest = self._manifest
        contents[f"{ASSETS}/{name}"] = manifest
        contents |= self.elements.assets | self.language.files
        contents |= {file.url: file.source.read_bytes() for file in self.elements.editions if file.is_made}
        for url, content in contents.items():
            _write(site / url, content)
        listed = book_json(self.book, self.titles, self.proven.proofs, self.assets.pyodide_version)
        _write(site / "book.json", json.dumps(listed, ensure_ascii=False, indent=1).encode())
        index = site / "search" / "search_index.json"
        if index.exists():
            _write(index, with_navigation_titles(index.read_text(encoding="utf-8"), self.titles).encode())
        if self.redraw:
            self.redraw.end(self._files, config)
        if not self.serving:  # MkDocs's live reload is an inline script of another text each time
            found = cache_folder(self.layout(config).root) / "found"
            frame, allowed, inline = self.assets.frame, self.config.allow_from, Remembered(found / "inline.json")
            for refused in publish_policy(site, frame, allowed, Path(config.docs_dir), inline):
                _log.warning("prepbook: %s", refused)
            if self.config.offline:
                publish_offline(site, Remembered(found / "names.json"), self.language.for_page)
            else:
                publish_kill_switch(site)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Reload when a snippet, a check, a claim or a word changes."""
        layout = self.layout(config)
        words = [layout.root / self.config.words] if self.config.words else []
        for path in (layout.snippets, layout.checks, layout.claims, *words):
            if path.exists():
                server.watch(str(path))
        return server

    def layout(self, config: MkDocsConfig) -> Layout:
        """Return where this book's parts are."""
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        options = self.config
        docs = Path(config.docs_dir)
        return Layout(
            root=root,
            docs=docs,
            snippets=root / options.snippets_dir,
            checks=root / options.checks_dir,
            claims=root / options.claims,
            glossary=docs / options.glossary if options.glossary else None,
        )

    def packages(self, layout: Layout) -> tuple[Packages, list[Finding]]:
        """Return the book's own packages, as locked."""
        return load_packages(layout.root, self.config.packages, read_library_lock, cache_folder(layout.root))

    def executor(self, layout: Layout, packages: Packages) -> Executor:
        """Return who runs the book's programs in CPython."""
        return Executor(cache_folder(layout.root) / "reports", packages=packages.host)

    def _downloads(self, config: MkDocsConfig) -> list[Download]:
        """Return the other editions that mkdocs.yml names; tell an author who deploys without them."""
        files = read_downloads(self.layout(config).root, self.config.downloads)
        for file in files:
            if not file.is_made:
                _log.info("downloads: %s isn't there, so pages don't offer it.", file.source.name)
        return files


def cache_folder(root: Path) -> Path:
    """Return where a book keeps what it may make again."""
    return root / ".cache" / "prepbook"


def _stop_on(findings: list[Finding]) -> None:
    if findings:
        raise FindingsError(findings)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
