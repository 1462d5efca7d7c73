"""Policy solutions, their sections, claims, levels and conditions."""
