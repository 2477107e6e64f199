"""The Compare place: two to five programmes or routes side by side, differences first, every cell with its source."""
