"""Which solutions fit a need, why, and which conditions hold."""
