"""Cooperations through their stages, legal rules, promises."""
