print([name for name, score in scores.items() if score >= 3])
