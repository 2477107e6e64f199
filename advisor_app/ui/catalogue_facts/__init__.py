"""The page that shows what the open catalogue holds."""
