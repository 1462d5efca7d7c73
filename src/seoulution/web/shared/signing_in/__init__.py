"""Signing in: the second factor, the city hall's own sign-in, and the person's own page."""
