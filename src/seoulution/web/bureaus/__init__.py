"""The desk of a solution's owner."""
