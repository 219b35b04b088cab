"""300 merges learned from English text; what do they charge for other text?"""

import re
from collections import Counter

with open("english.txt", encoding="utf-8") as file:
    text = file.read()

WORD = r" ?[^\W\d_]+|\d| ?[^\w\s]+|\s+|_"  # a word keeps the space before it
merges = learn(Counter(re.findall(WORD, text)), 300)
SAMPLES = {
    "this text": text[:2000],
    "English": "Your data is stored in the EU.",
    "in capitals": "YOUR DATA IS STORED IN THE EU.",
    "German": "Ihre Daten werden in der EU gespeichert.",
    "Greek": "Τα δεδομένα σας αποθηκεύονται στην ΕΕ.",
    "JSON": '{"plan": "pro", "seats": 40, "usd": 1299}',
    "CSV": "pro,40,1299",
}
for name, sample in SAMPLES.items():
    tokens = sum(len(encode(word, merges)) for word in re.findall(WORD, sample))
    characters, size = len(sample), len(sample.encode())
    print(f"{name:12} {characters:4} characters {size:4} bytes {tokens:4} tokens")
