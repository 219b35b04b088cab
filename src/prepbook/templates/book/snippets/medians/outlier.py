from statistics import mean, median

usual = [110, 120, 125, 130, 140]  # milliseconds
one_slow = [*usual[:-1], 4000]

for name, times in (("usual", usual), ("one slow", one_slow)):
    print(f"{name}: mean {mean(times):.0f} ms, median {median(times):.0f} ms")
