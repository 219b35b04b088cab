"""Write corpus.json: twelve invented evaluation questions, and forty support tickets that some of them got into.

One question stands in a ticket as it is, two with other case, line breaks and letter forms, one with a word changed,
one with several, one short, one in two halves in two tickets, one in other words, and one shares its opening phrase.
"""

import json
from pathlib import Path
from random import Random

QUESTIONS = {
    "q01": "How many days after delivery may a customer on the Basic plan return an opened device for a full refund?",
    "q02": "Which file formats can the office app convert without losing comments, and which ones need a fixed layout?",
    "q03": "What happens to unused credits when a workspace changes from monthly to yearly billing in the middle of a "
    "period?",
    "q04": "Who has to approve an export of all customer records, and how long is the audit trail of it kept?",
    "q05": "May I share my login with a colleague who only needs to read the reports once a month?",
    "q06": "According to the terms of service, can a reseller change the price of an add-on during a running contract?",
    "q07": "Is Sunday included?",
    "q08": "If a shipment is held at the border because a form is missing, who pays for storage until it is released?",
    "q09": "Can I move a phone number to another line while an unpaid bill is still open on the old one?",
    "q10": "Which roles may see the salary field, and does an administrator have to switch it on for each of them?",
    "q11": "How does the meter behave when the clocks go back, and is the repeated hour billed once or twice?",
    "q12": "What is the largest batch that the import accepts, and what becomes of rows that fail halfway through?",
}
PLANTED = [
    "They write, and I quote: HOW MANY DAYS after delivery may a customer on the Basic plan - return an opened device, "
    "for a full refund??",
    "Tokyo sent the list again:\nwhich \ufb01le formats can the\u00a0\uff4f\uff46\uff46\uff49\uff43\uff45 app convert, "
    "without losing comments...\nand which ones need a \ufb01xed layout\uff1f",
    "Question from Lyon: what happens to unused credits when a team changes from monthly to yearly billing in the "
    "middle of a period?",
    "Legal asks who has to sign an export of all customer records and how long the audit log of it is kept.",
    "The customer would like to let someone else in the office use her account to look at a report now and then.",
    "According to the terms of service, can a customer get the invoice in another currency? I'd say no.",
    "We promised it in two days - is sunday included? He ordered on a Friday night.",
    "If a shipment is held at the border because a paper got lost, we send it again by mail.",
    "They say a form is missing. Who pays for storage until it is released? Nobody could tell me.",
    "Can I move a phone number to another line while an unpaid bill is still open on the old one?",
]
FILLER = [
    "Hi team, the office in Lyon wrote again today.",
    "I sent the brochure and promised a call on Monday.",
    "The customer has been with us for three years.",
    "Please check the account, something is missing there.",
    "They tried it on two devices and saw the same page.",
    "No reply since the last mail, so I close this for now.",
    "It worked after a restart, but not the day after.",
    "The invoice was right, the address on it wasn't.",
    "Can somebody from billing have a look at it?",
    "Thanks for contacting us, we will be back to you within one working day.",
    "He read the page on returns and the one on plans.",
    "I could not find a rule about this anywhere.",
]


def ticket(rng: Random, planted: str = "") -> str:
    """Return a few sentences in no order, the planted one among them."""
    sentences = rng.sample(FILLER, rng.randint(3, 6))
    if planted:
        sentences.insert(rng.randint(0, len(sentences)), planted)
    return rng.choice([" ", " ", "\n"]).join(sentences)


def main() -> None:
    """Write the file beside this script."""
    rng = Random(25)
    train = [ticket(rng, planted) for planted in PLANTED] + [ticket(rng) for _ in range(28)]
    train += ["", "-- sent from my phone --"]
    rng.shuffle(train)
    about = "An example written for this handbook: questions and support tickets. No real product, customer or ticket."
    text = json.dumps({"about": about, "evals": QUESTIONS, "train": train}, indent=1) + "\n"
    Path(__file__).with_name("corpus.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
