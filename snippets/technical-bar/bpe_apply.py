"""A tokenizer is a list of merges, applied in order to the bytes of a text."""

MERGES = [b"ke", b"oke", b"oken", b"token", b"tokens", b"br"]


def join(pieces: list[bytes], merged: bytes) -> list[bytes]:
    """The pieces, with each two neighbors that spell `merged` made one."""
    joined: list[bytes] = []
    for piece in pieces:
        if joined and joined[-1] + piece == merged:
            joined[-1] = merged
        else:
            joined.append(piece)
    return joined


def encode(word: str, merges: list[bytes]) -> list[bytes]:
    pieces = [bytes([byte]) for byte in word.encode()]
    for merge in merges:
        pieces = join(pieces, merge)
    return pieces


for word in ("tokens", "broken", "Token", "Zürich"):
    pieces = encode(word, MERGES)
    print(f"{word:7} {len(pieces)} tokens", *pieces)
