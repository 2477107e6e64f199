"""The claim check: what a sheet may not say, or not without a warning. The rules are dated catalogue data."""
