"""The window. Qt lives here and nowhere below; nothing here knows a database."""
