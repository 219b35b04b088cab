"""Loaders: one module per source. Each returns values and the findings met on the way; none raises for bad input."""
