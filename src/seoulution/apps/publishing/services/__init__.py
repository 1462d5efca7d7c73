"""What changes what is published: one file for each kind of change."""
