"""80% of those inside have the background. What does it do for your odds?"""

INSIDE = 0.80  # reported; of how many people isn't said

print("among applicants   hired, with against without the background")
for applied in (0.60, 0.80, 0.90, 0.95):  # nobody has told us: a guess each
    with_it = INSIDE / applied
    without = (1 - INSIDE) / (1 - applied)
    print(f"{applied:13.0%}      {with_it / without:.2f} times as often")
