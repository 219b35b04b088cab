"""Write monday.json: forty of the corpus's questions as customers typed or pasted them on Monday."""

import json
import random

QUESTIONS = """\
Q01 rate-limits > How many requests per minute can I send with a trial key?
Q02 rate-limits-2025 > We saw 429s last November. What was the token limit of a production key back then?
Q03 rate-limits > Why do I hit the rate limit earlier when I set max_tokens high?
Q04 rate-limits > Are refused requests billed?
Q06 errors > What does 403 project_mismatch mean?
Q07 errors > For how long can support find a call by its request_id?
Q09 retries > Which read timeout should my client use, and why not a shorter one?
Q10 retries > Which status codes are worth another attempt?
Q11 retries > Will a retry after a dropped connection be charged twice?
Q12 incident-march > Why did the automatic rollback not stop the outage of March 11?
Q13 incident-march > Why did errors go on after the faulty scheduler was withdrawn?
Q14 sla > What availability does the Enterprise plan promise?
Q15 sla > How much credit do we get if availability drops under 97%?
Q17 pricing-2025 > What did input for tarn-small cost last autumn?
Q18 pricing > Do I still pay an hourly fee for a fine-tuned model?
Q19 pricing > When does prepaid credit expire?
Q20 prompt-cache > How long must a prefix be before it is cached?
Q21 prompt-cache > Why does a timestamp at the top of my system prompt make it expensive?
Q23 embed-reference-1 > What happens to overlong text with tarn-embed-1?
Q24 embed-reference-2 > How much recall do we lose with 256 dimensions?
Q26 embed-migration > Our similarity threshold of 0.75 returns nothing since we moved to the new embeddings. Why?
Q27 chunking-guide > What chunk size and overlap should I begin with for help articles?
Q28 chunking-guide > Does it help to put the title in front of each chunk?
Q29 rerank-reference > Can I compare rerank scores between different queries?
Q31 streaming > All streaming events arrive at the end in one go. What is wrong?
Q32 streaming > Am I charged for the whole answer if I close the stream early?
Q33 json-output > How do I stop the model from inventing values for required JSON fields?
Q34 temperature > Why do I get different answers at temperature 0?
Q36 batch > How large may a batch file be now?
Q38 fine-tuning > How should I split tickets into training and evaluation examples?
Q39 retention-eu > How long are prompts kept for a project in the EU?
Q40 retention > How long do you store prompts of a US project?
Q41 keys > How do I rotate a key without an outage?
Q42 sso > An employee left. Do the keys they created stop working?
Q44 invoices > The usage in the console and the invoice differ by a few cents.
Q45 refunds > Somebody stole our key. Do we get the money back?
Q46 safety-filter > How often does the filter block harmless medical texts?
Q47 regions > How can we make the first token arrive sooner from Europe?
Q48 webhooks > How do I verify that a webhook really comes from you?
Q49 deprecations embed-reference-1 release-june > When will tarn-embed-1 be switched off?
"""


def shouted(text: str, generator: random.Random) -> str:
    """Return the text in capitals."""
    return text.upper()


def titled(text: str, generator: random.Random) -> str:
    """Return the text with a capital at the start of each word, as some phones and forms do."""
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def from_a_pdf(text: str, generator: random.Random) -> str:
    """Return the text with ligatures, and with spaces at which no line may break."""
    spaced = "".join("\u00a0" if mark == " " and generator.random() < 0.4 else mark for mark in text)
    return spaced.replace("fi", "\ufb01").replace("ff", "\ufb00")


def from_a_sheet(text: str, generator: random.Random) -> str:
    """Return the text with tabs and line breaks between some words."""
    return "".join(generator.choice("\t\n") if mark == " " and generator.random() < 0.5 else mark for mark in text)


def full_width(text: str, generator: random.Random) -> str:
    """Return the text with letters and digits of double width, as typed with an East Asian keyboard."""
    return "".join(chr(ord(mark) + 0xFEE0) if mark.isascii() and mark.isalnum() else mark for mark in text)


def from_the_widget(text: str, generator: random.Random) -> str:
    """Return the text with the marker that Monday's chat widget puts in front."""
    return "<|customer_message|>" + text


def in_small_letters(text: str, generator: random.Random) -> str:
    """Return the text without capitals: nothing to part over."""
    return text.lower()


HABITS = [
    (shouted, 7),
    (titled, 5),
    (from_a_pdf, 5),
    (from_a_sheet, 4),
    (full_width, 5),
    (from_the_widget, 7),
    (in_small_letters, 7),
]


def main() -> None:
    """Give each question one habit, in an order drawn with a fixed seed."""
    generator = random.Random(20260914)
    habits = [habit for habit, count in HABITS for _ in range(count)]
    generator.shuffle(habits)
    questions = []
    for line, habit in zip(QUESTIONS.splitlines(), habits, strict=True):
        head, text = line.split(" > ")
        id, *relevant = head.split()
        questions.append({"id": id, "text": habit(text, generator), "relevant": relevant})
    rows = ",\n".join("  " + json.dumps(question, ensure_ascii=True) for question in questions)
    about = "Questions to the corpus as an example's customers typed them; made by make_data.py"
    with open("monday.json", "w", encoding="utf-8") as file:
        file.write(f'{{"about": {json.dumps(about)}, "questions": [\n{rows}\n]}}\n')


if __name__ == "__main__":
    main()
