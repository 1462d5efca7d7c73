"""Requests from cities and the needs found in them."""
