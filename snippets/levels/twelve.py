"""Do 12% a year and 18 months go together? (both reported; the arithmetic is ours)"""

from math import log

SHARE, STAY = 0.12, 1.5  # rose to staff in 2025; average years "at that stage"

for reading, a_year in (("12% in the year", SHARE), ("12% in each of two rounds", 1 - (1 - SHARE) ** 2)):
    print(reading)
    print(f"  rise in a year           {a_year:6.0%}")
    print(f"  rise within 18 months    {1 - (1 - a_year) ** STAY:6.0%}")
    print(f"  years until half rose    {log(0.5) / log(1 - a_year):6.1f}")
    print(f"  years of stay, if nobody\n  leaves in another way    {1 / a_year:6.1f}")
print(f"A stay of {STAY} years instead:\n  leave the stage in a year{1 / STAY:6.0%}")
