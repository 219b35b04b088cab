"""Is this test question already in the fine-tuning data? Three ways to ask."""

import re

question = "Which plan includes priority support and a 99.9% uptime guarantee?"
training = {
    "quoted in a long ticket": """Hi team, the Lyon office wrote again today.
        They ask: which plan includes priority support, and a 99.9% uptime
        guarantee? I sent the brochure and promised a call on Monday.""",
    "same topic, other words": """Priority support comes with the Business
        plan, and so does our uptime guarantee.""",
}


def shingles(text: str, n: int = 4) -> set[tuple[str, ...]]:
    """Every run of n words; case and punctuation don't count."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


wanted = shingles(question)
for name, text in training.items():
    found = shingles(text)
    shared = len(wanted & found)
    print(name)
    print(f"  exact match {question in text}")
    print(f"  Jaccard     {shared / len(wanted | found):.2f}")
    print(f"  containment {shared / len(wanted):.2f}")
