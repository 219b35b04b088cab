"""The authors' manual: it builds, it is complete, and what it tells to type does what it says."""
