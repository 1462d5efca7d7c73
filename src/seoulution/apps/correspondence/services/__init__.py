"""What tells people, sends mail and takes mail in: one file for each kind of change."""
