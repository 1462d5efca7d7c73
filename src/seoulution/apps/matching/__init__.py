"""Which solutions fit which need, why, and what people decided."""
