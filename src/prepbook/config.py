"""The plugin's options, as mkdocs.yml may set them."""

import re

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ValidationError

from prepbook.policy import EXTENSIBLE

_SOURCE = re.compile(r"https?://[\w.*-]+(?::\d+)?(?:/[\w./-]*)?|data:|blob:")


class _Sources(option.ListOfItems[str]):
    """Where a page may load from, as a policy writes it."""

    def __init__(self) -> None:
        super().__init__(option.Type(str))

    def run_validation(self, value: object) -> list[str]:
        """Return the sources; a ValidationError names the first that can't stand in a policy."""
        sources = super().run_validation(value)
        for source in sources:
            if not _SOURCE.fullmatch(source):
                raise ValidationError(
                    f"expected an origin like https://example.org, or data: or blob:, found {source!r}. Inline scripts "
                    "and styles need no entry: the build allows those in pages by their hashes"
                )
        return sources


class _AllowFrom(option.DictOfItems[list[str]]):
    """Sources by directive."""

    def __init__(self) -> None:
        super().__init__(_Sources(), default={})

    def run_validation(self, value: object) -> dict[str, list[str]]:
        """Return the sources by directive; a ValidationError names a directive that can't be extended."""
        allowed = super().run_validation(value)
        for name in allowed:
            if name not in EXTENSIBLE:
                raise ValidationError(f"expected one of {', '.join(EXTENSIBLE)}, found {name!r}")
        return allowed


class PrepbookConfig(Config):
    """Options of the `prepbook` plugin. Folders are relative to mkdocs.yml."""

    snippets_dir = option.Type(str, default="snippets")
    """Where runnable programs are."""

    checks_dir = option.Type(str, default="checks")
    """Where checks are, as `PILLAR/ID/`."""

    claims = option.Type(str, default="docs/claims.yml")
    """The ledger of claims that pages may cite; a book that cites nothing needs none."""

    pillars = option.DictOfItems(option.Type(str), default={})
    """The book's competence areas: the name of a folder in checks/, and its title."""

    words = option.Type(str, default="")
    """A gettext catalog of the book's own, as words/de.po. What it says is said in place of prepbook's words, for a
    language that prepbook doesn't speak, or to say single things otherwise; `prepbook words` writes one to fill in.
    The language is that of the theme: `theme: {language: fr}`."""

    packages = option.ListOfItems(option.Type(str), default=[])
    """What programs may import besides the standard library, as "pygal" or "msgpack==1.2.4".
    `prepbook lock` finds the wheels and lists them in pyodide-lock.json."""

    glossary = option.Type(str, default="")
    """The page in docs/ whose definition list explains terms, as glossary.md; chapters explain their first uses."""

    downloads = option.ListOfItems(option.Type(str), default=[])
    """Other editions of the book, as dist/handbook.pdf: those that are there are offered at the foot of each page,
    and where a page has a block `downloads`."""

    social_picture = option.Type(str, default="")
    """A picture in docs/, as assets/card.png, of 1200 by 630 pixels, that other sites show beside a link to the book.
    It needs `site_url`: they ask for a whole address."""

    every_claim_is_cited = option.Type(bool, default=True)
    """Whether a claim that no chapter cites is an error."""

    run_limit_s = option.Type(int, default=20)
    """Seconds after which a program is stopped in the reader's browser."""

    output_limit_kb = option.Type(int, default=1000)
    """Kilobytes of output after which the rest of what a program prints is dropped in the reader's browser."""

    memory_limit_mb = option.Type(int, default=512)
    """Megabytes that Python may take in the reader's browser; past them a program gets a MemoryError."""

    check_limit_s = option.Type(int, default=30)
    """Seconds after which a Check is stopped in the reader's browser."""

    offline = option.Type(bool, default=True)
    """Whether a reader's browser keeps the pages they opened, to read and run without a network.
    False also removes, at the next visit, what it kept before."""

    allow_from = _AllowFrom()
    """Where pages may load from besides the book itself, by directive of the content security policy, as
    {frame-src: [https://videos.example]}. By itself a book loads nothing from elsewhere, and readers' browsers see to
    it; inline scripts and styles that stand in pages are allowed by their hashes."""
