"""Sheets: what is handed over on paper. A model says what is printed, a Typst template how, and the renderer makes the PDF."""
