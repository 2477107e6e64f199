"""The parts of a sheet: what the domain knows, put into the cells, charts and notes of a page."""
