"""The budgets: each figure is measured beside the thing that it is held against, in the same run."""
