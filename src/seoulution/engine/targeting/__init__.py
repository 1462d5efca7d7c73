"""Which cities to turn to first: six criteria, weights, and how sure the order is."""
