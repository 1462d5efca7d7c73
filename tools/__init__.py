"""What developers and CI run on the code itself: messages, generated docs, checks."""
