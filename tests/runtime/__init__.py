"""What is made for the reader's browser, tried outside of one."""
