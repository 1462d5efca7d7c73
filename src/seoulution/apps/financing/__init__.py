"""Funds and what they could pay for; the provider's own ODA."""
