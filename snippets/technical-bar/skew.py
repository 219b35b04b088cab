"""Same text on the screen, other tokens underneath: serving forgot one line."""

from unicodedata import normalize


def training_tokens(text: str) -> list[str]:
    return normalize("NFKC", text).lower().split()


def serving_tokens(text: str) -> list[str]:
    return text.lower().split()


probes = [
    "Invoice overdue",
    "Z\u00fcrich invoice",  # ü as one code point: typed
    "Zu\u0308rich invoice",  # u and combining dots: as some systems store it
    "\ufb01nal invoice",  # the ligature fi: pasted from a PDF
]
for probe in probes:
    trained, served = training_tokens(probe), serving_tokens(probe)
    parted = [(a, b) for a, b in zip(trained, served, strict=True) if a != b]
    where = " ".join(f"{a!a} became {b!a}" for a, b in parted)
    print(f"{probe!a:24} {where or 'same'}")
