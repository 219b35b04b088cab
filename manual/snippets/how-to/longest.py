from pathlib import Path

words = Path("words.txt").read_text().split()
print(max(words, key=len))
