"""The book on paper: what a PDF must hold, and a bad PDF for each promise that shows the test can fail."""
