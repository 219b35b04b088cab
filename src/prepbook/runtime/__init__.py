"""What the reader's browser needs to run Python: bundled scripts, Pyodide and the grader's library."""
