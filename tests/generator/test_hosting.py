"""Hosts' settings and compressed copies, as files: what stands in them, and what is refused."""

import gzip
from pathlib import Path

import brotli
import pytest
import yaml

from prepbook.cli import main
from prepbook.compress import GAIN, Coding, codings, compress_site
from prepbook.hosting import FOREVER, HEADERS, HOSTS, Place, header_policy, settings_for
from prepbook.policy import HEADER_ONLY, policy_of
from tests.generator.bookmaker import MKDOCS, build_book, write_book

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small book, built, whose address has a path."""
    settings = {"mkdocs.yml": f"site_url: https://books.example/book/\n{MKDOCS}"}
    root = write_book(tmp_path_factory.mktemp("hosting") / "book", **settings)
    build_book(root)
    return root


def run(root: Path, *arguments: str) -> int:
    """Run a command in the book."""
    return main(["--config-file", str(root / "mkdocs.yml"), *arguments])


def headers_of(text: str) -> dict[str, dict[str, str]]:
    """Read a file of Netlify's format: headers by path."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("/"):
            path = line
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found.setdefault(path, {})[name] = value
    return found


@pytest.mark.parametrize("host", ["netlify", "cloudflare"])
def test_list_of_headers_names_each_path_once_and_the_policy_for_all(host: str, book: Path) -> None:
    """A header that two rules set would be sent twice; nothing is kept for long that isn't named by its hash."""
    found = headers_of(settings_for(host, book / "site", Place(path="/book/")))
    assert found.pop("/*") == {**HEADERS, "Content-Security-Policy": header_policy(book / "site")}
    assert "/book/assets/prepbook/*" in found
    assert all((book / "site" / path.removeprefix("/book/").rstrip("*")).exists() for path in found)
    assert {headers["Cache-Control"] for headers in found.values()} == {FOREVER}


def test_policy_that_a_host_has_no_room_for_stays_in_the_pages(book: Path) -> None:
    """Then the header says only what a page can't."""
    assert header_policy(book / "site", limit=2000) == f"{policy_of(book / 'site')}; {HEADER_ONLY}"
    assert header_policy(book / "site", limit=300) == HEADER_ONLY


def test_page_that_an_author_wrote_whole_is_not_bound_by_a_header(tmp_path: Path) -> None:
    """It may hold scripts that our policy doesn't know; so the policy stays in the pages that are ours."""
    whole = "<!doctype html><head><title>Whole</title></head><script>window.mine = 1</script>"
    assert header_policy(build_book(write_book(tmp_path / "book", **{"docs/whole.html": whole}))) == HEADER_ONLY


def test_workflow_installs_what_is_locked_tests_builds_and_publishes(book: Path, tmp_path: Path) -> None:
    """In this order, with no more rights than each job needs."""
    text = settings_for("github-pages", book, Place(), "requirements.lock")
    workflow = yaml.safe_load(text)
    steps = [step.get("run", step.get("uses")) for step in workflow["jobs"]["build"]["steps"]]
    wanted = ["pip install --require-hashes -r requirements.lock", "prepbook validate", "pytest", "prepbook build"]
    assert [step for step in steps if step in wanted] == wanted
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "${{ steps.publish.outputs.page_url }}" in text


def test_this_books_own_workflow_tests_before_it_publishes() -> None:
    """By the scripts that everybody uses; its locked versions are theirs."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    typed = [step["run"].split()[0] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert typed == ["./scripts/test", "./scripts/build"]
    assert all((ROOT / script).is_file() for script in typed)
    assert workflow["jobs"]["publish"]["needs"] == "build"


def test_command_takes_path_and_domain_from_the_books_address(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An author types neither again."""
    for host in HOSTS:
        assert run(book, "hosting", host, "--site-dir", str(book / "site"), "-o", str(book / "out" / host)) == 0
    nginx = (book / "out" / "nginx").read_text(encoding="utf-8")
    assert "server_name books.example;" in nginx
    assert "error_page 404 /book/404.html;" in nginx
    assert (book / "out" / "caddy").read_text(encoding="utf-8").count("\nbooks.example {\n") == 1
    assert capsys.readouterr().out.splitlines() == [str(book / "out" / host) for host in HOSTS]


# name: (what is typed, what is said)
REFUSED: dict[str, tuple[list[str], str]] = {
    "path without a slash": (
        ["nginx", "--path", "book"],
        'hosting: --path: expected something like /book/, found "book". Write it so, without other characters.\n',
    ),
    "folder that ends a quotation": (
        ["nginx", "--folder", '/srv/"; root /'],
        'hosting: --folder: expected something like /srv/book, found "/srv/"; root /". '
        "Write it so, without other characters.\n",
    ),
    "site that isn't built": (
        ["nginx", "--site-dir", "nowhere"],
        "nowhere: site: expected a finished site, found no book.json there. Build it first: prepbook build\n",
    ),
}


@pytest.mark.parametrize("mistake", REFUSED)
def test_what_would_make_a_wrong_file_is_refused(mistake: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, and the message is one line."""
    arguments, told = REFUSED[mistake]
    assert run(book, "hosting", *arguments) == 1
    assert capsys.readouterr() == ("", told)


def halved(suffix: str, part: float) -> Coding:
    """Return a coding that makes of a file that part of it."""
    return Coding(suffix, "test", lambda content: content[: int(len(content) * part)])


# name: (the parts that gzip, Zstandard and brotli leave of a file, the copies that are written)
GAINS: dict[str, tuple[tuple[float, float, float], set[str]]] = {
    "each smaller than the last": ((0.5, 0.4, 0.3), {".gz", ".zst", ".br"}),
    "a later one no smaller": ((0.4, 0.4, 0.3), {".gz", ".br"}),
    "the first the smallest": ((0.3, 0.4, 0.5), {".gz"}),
    "hardly smaller": ((GAIN + 0.01, GAIN + 0.005, 1.0), set()),
    "larger": ((1.0, 1.0, 0.9), {".br"}),
}


@pytest.mark.parametrize("name", GAINS)
def test_copy_is_written_only_where_it_gains(name: str, tmp_path: Path) -> None:
    """So that a server that prefers brotli, then Zstandard, then gzip always sends the smallest."""
    parts, suffixes = GAINS[name]
    site = tmp_path / "site"
    site.mkdir()
    (site / "page.html").write_bytes(b"x" * 1000)
    ways = [halved(suffix, part) for suffix, part in zip((".gz", ".zst", ".br"), parts, strict=True)]
    done = compress_site(site, ways, tmp_path / "cache")
    assert {path.suffix for path in site.iterdir()} == {".html", *suffixes}
    assert (done.files, done.copied, done.bytes) == (1, bool(suffixes), 1000)
    assert done.least == min(path.stat().st_size for path in site.iterdir())


def test_copies_are_the_files_and_the_same_each_time(tmp_path: Path) -> None:
    """Without the hour in them; the second time they come from what was kept."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text("<p>Again and again.</p>" * 500, encoding="utf-8")
        compress_site(tmp_path / name, codings(fast=True), tmp_path / f"cache of {name}")
    page = tmp_path / "one" / "page.html"
    assert gzip.decompress(page.with_name("page.html.gz").read_bytes()) == page.read_bytes()
    assert brotli.decompress(page.with_name("page.html.br").read_bytes()) == page.read_bytes()
    made = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}


def test_file_that_the_build_wrote_itself_stays(tmp_path: Path) -> None:
    """MkDocs writes sitemap.xml.gz; an author may offer data both ways."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitemap.xml").write_text("<urlset></urlset>" * 100, encoding="utf-8")
    (tmp_path / "site" / "sitemap.xml.gz").write_bytes(b"MkDocs' own")
    compress_site(tmp_path / "site", codings(fast=True), tmp_path / "cache")
    assert (tmp_path / "site" / "sitemap.xml.gz").read_bytes() == b"MkDocs' own"


def test_command_says_what_it_gained(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In files and megabytes, and by which codings."""
    assert run(book, "compress", "--fast", "--site-dir", str(book / "site")) == 0
    said = capsys.readouterr().out
    assert " files by gzip, " in said
    assert " MB at best\n" in said
