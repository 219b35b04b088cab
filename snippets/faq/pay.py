"""Two readings of one reported range (article A, titled 2026), in $1,000."""

TOTAL = 280, 350
RSUS = 90, 120
YEARS = 4

READINGS = {"RSUs counted per year": 1, "one grant, over four years": YEARS}
for reading, years in READINGS.items():
    stock = [value / years for value in RSUS]
    lowest, highest = TOTAL[0] - stock[1], TOTAL[1] - stock[0]
    print(reading)
    print(f"  stock a year {stock[0]:5.1f} to {stock[1]:5.1f}")
    print(f"  the rest     {lowest:5.1f} to {highest:5.1f}")
