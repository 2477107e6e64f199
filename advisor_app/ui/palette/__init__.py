"""The command palette: everything that the program can do, found by typing."""
