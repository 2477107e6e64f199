"""What a school asks of a candidate: the tree, the kinds of leaf it may hold, and how a student is held against it."""
