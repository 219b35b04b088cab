"""Real sentence embeddings: how close does each come to the first one?"""

import json
from math import hypot, sumprod

with open("eu_storage.json", encoding="utf-8") as file:
    vectors = json.load(file)["vectors"]

claim, *others = vectors
for sentence in others:
    u, v = vectors[claim], vectors[sentence]
    similarity = sumprod(u, v) / (hypot(*u) * hypot(*v))
    print(f"{similarity:.2f}  {sentence}")
