"""Invited training."""
