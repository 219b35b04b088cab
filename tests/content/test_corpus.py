"""The corpus that the retrieval exercises share is what its README says."""

import base64
import json
import math
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.book import ROOT

FOLDER = ROOT / "checks" / "retrieval" / "corpus"
CHUNKS = sorted(FOLDER.glob("chunks-*.json"))
MOST_BYTES = 600_000  # of the megabyte that all data of retrieval exercises may take


def read(file: Path) -> dict[str, Any]:
    """Return a file of the corpus."""
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def documents() -> dict[str, dict[str, Any]]:
    """Return the documents by id."""
    return {document["id"]: document for document in read(FOLDER / "documents.json")["documents"]}


def integers(item: dict[str, Any]) -> list[int]:
    """Return a vector's whole numbers."""
    return [byte - 256 if byte > 127 else byte for byte in base64.b64decode(item["vector"])]


def test_ids_are_their_own() -> None:
    """A document and a question are found by id."""
    listed = [
        *read(FOLDER / "documents.json")["documents"],
        *read(FOLDER / "questions.json")["questions"],
    ]
    assert len({item["id"] for item in listed}) == len(listed) == 37 + 50


def test_answers_stand_where_the_questions_say() -> None:
    """The quoted words are the document's, at the characters named, and once."""
    texts = {id: document["text"] for id, document in documents().items()}
    for question in read(FOLDER / "questions.json")["questions"]:
        for answer in question["answers"]:
            text = texts[answer["document"]]
            assert text[answer["start"] : answer["end"]] == answer["quote"]
            assert text.count(answer["quote"]) == 1


@pytest.mark.parametrize("file", CHUNKS, ids=lambda file: file.stem)
def test_chunks_are_windows_of_the_documents(file: Path) -> None:
    """Their number follows the formula of the chapter, each begins where it should, and the last ends the document."""
    content = read(file)
    size, overlap = content["size_tokens"], content["overlap_tokens"]
    assert file.stem == f"chunks-{size}-{overlap}"
    for id, document in documents().items():
        chunks = [chunk for chunk in content["chunks"] if chunk["document"] == id]
        n = document["tokens"]
        assert len(chunks) == (1 if n <= size else math.ceil((n - overlap) / (size - overlap)))
        assert [chunk["first_token"] for chunk in chunks] == [i * (size - overlap) for i in range(len(chunks))]
        assert (chunks[-1]["end_token"], chunks[-1]["end"]) == (n, len(document["text"]))


@pytest.mark.parametrize("file", [*CHUNKS, FOLDER / "questions.json"], ids=lambda file: file.stem)
def test_vectors_have_length_one(file: Path) -> None:
    """Each has as many numbers as the file says, in [-127, 127], and its scale makes its length 1."""
    content = read(file)
    for item in content.get("chunks") or content["questions"]:
        numbers = integers(item)
        assert len(numbers) == content["dimensions"]
        assert min(numbers) >= -127
        assert item["scale"] * math.hypot(*numbers) == pytest.approx(1, abs=1e-8)


def test_corpus_leaves_room_for_others() -> None:
    """A page downloads what its check names, and the book stays small."""
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= MOST_BYTES


def test_index_of_vector_store_is_built_from_the_corpus(tmp_path: Path) -> None:
    """Run beside a copy of the corpus, its make_index.py writes the committed results."""
    lab = FOLDER.parent / "vector-store"
    shutil.copytree(FOLDER, tmp_path / "corpus")
    (tmp_path / lab.name).mkdir()
    script = shutil.copy(lab / "make_index.py", tmp_path / lab.name)
    subprocess.run([sys.executable, script], cwd=tmp_path / lab.name, check=True)
    assert (tmp_path / lab.name / "results.json").read_bytes() == (lab / "results.json").read_bytes()
