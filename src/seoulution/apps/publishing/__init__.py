"""Dossiers, promotion materials and what was sent."""
