"""Whose money could pay for a stage under its own rules, what gap is left, and which terms have grown old."""
