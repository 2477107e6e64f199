"""The figures behind the pictures of a comparison, each with a sentence that describes it: one source for screen and sheet."""
