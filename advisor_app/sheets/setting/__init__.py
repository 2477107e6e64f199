"""Setting type: the fonts, the widths of words, and what fits on a page."""
