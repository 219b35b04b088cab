"""The commands of `prepbook`, one module each: its `add` declares options, and says what runs."""
