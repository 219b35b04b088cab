"""Benchmarks: ratios of this book to a plain baseline, measured on one machine in one run."""
