"""Places, their figures, ties, and the provider city's own past."""
