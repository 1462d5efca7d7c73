"""What makes a policy solution complete and how well its results are evidenced."""
