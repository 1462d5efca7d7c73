"""Open data for machines, read only."""
