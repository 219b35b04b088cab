"""78% of the promoted had shipped twice. Does shipping twice help? (all but the 78% is invented)"""

PROMOTED, PASSED_OVER = 20, 80  # of 100 PMs in an invented round
SHIPPED = 0.78  # among the promoted; this one is reported

print("shipped twice    promoted, of those")
print("of passed over   with      without")
for share in (0.10, 0.40, 0.78, 0.95):
    yes, no = PROMOTED * SHIPPED, PROMOTED * (1 - SHIPPED)
    with_both = yes / (yes + PASSED_OVER * share)
    without = no / (no + PASSED_OVER * (1 - share))
    print(f"{share:14.0%} {with_both:6.0%} {without:12.0%}")
