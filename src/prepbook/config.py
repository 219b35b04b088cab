"""The plugin's options, as mkdocs.yml may set them."""

from mkdocs.config import config_options as option
from mkdocs.config.base import Config


class PrepbookConfig(Config):
    """Options of the `prepbook` plugin. Folders are relative to mkdocs.yml."""

    snippets_dir = option.Type(str, default="snippets")
    """Where runnable programs are."""

    checks_dir = option.Type(str, default="checks")
    """Where checks are, as <pillar>/<id>/."""

    claims = option.Type(str, default="docs/claims.yml")
    """The ledger of claims that pages may cite; a book that cites nothing needs none."""

    pillars = option.DictOfItems(option.Type(str), default={})
    """The book's competence areas: the name of a folder in checks/, and its title."""

    every_claim_is_cited = option.Type(bool, default=True)
    """Whether a claim that no chapter cites is an error."""

    run_limit_s = option.Type(int, default=20)
    """Seconds after which a program is stopped in the reader's browser."""

    check_limit_s = option.Type(int, default=30)
    """Seconds after which a Check is stopped in the reader's browser."""
