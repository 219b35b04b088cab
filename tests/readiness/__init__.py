"""The readiness page: its schedule against the Python implementation of FSRS."""
