minutes = {"read": 12, "run": 5, "answer": 20}
longest = max(minutes, key=minutes.get)
print(f"{sum(minutes.values())} minutes, most of them to {longest}")
