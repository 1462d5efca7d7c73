"""Seoulution: from a city's request to a cooperation dossier."""
