"""The books in examples/: each built as its author would build it."""
