"""What changes engagements: one file for each kind of change."""
