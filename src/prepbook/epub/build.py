"""`prepbook epub`: builds the book's pages as for paper and binds them as an EPUB."""

from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig

from prepbook.edition import moment_of, revision_of
from prepbook.epub.cover import draw_cover
from prepbook.epub.documents import make_documents
from prepbook.epub.model import EpubMeta
from prepbook.epub.package import write_package
from prepbook.pdf.collect import Build, PrintingPlugin, collect_chapters


def make_epub(config: MkDocsConfig, plugin: PrintingPlugin, build: Build, target: Path) -> None:
    """Build the book with MkDocs' `build` and write it to `target` as an EPUB 3."""
    with TemporaryDirectory() as folder:
        site = Path(folder)
        chapters, appendices = collect_chapters(config, plugin, build, site)
        meta = _meta(config)
        book = make_documents(chapters, appendices, site, meta.site_url)
        write_package(target, book, meta, draw_cover(meta))


def _meta(config: MkDocsConfig) -> EpubMeta:
    root = Path(config.config_file_path).parent
    return EpubMeta(
        title=config.site_name,
        subtitle=config.site_description or "",
        notice=config.copyright or "",
        revision=revision_of(root),
        moment=moment_of(root),
        site_url=config.site_url or None,
        language=str(config.theme.get("language", "en")),
    )
