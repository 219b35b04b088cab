"""Every page of the built book: markup, links, search, what it says of itself, and whether all can read it."""
