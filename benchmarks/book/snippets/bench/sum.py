"""What the bare page runs, too."""

print(sum(range(10)))
