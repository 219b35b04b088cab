"""The book on hosts as they are: servers with our settings, below a path, out of a zip."""
