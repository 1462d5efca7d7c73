"""Results that cities confirm."""
