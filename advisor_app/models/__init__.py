"""Persistence: tables, the catalogue file, what is read from it, the search index. The only place that speaks SQL."""
