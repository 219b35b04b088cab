"""The grader, tested in CPython and in Pyodide."""
