"""Sources, bodies, firms, agreements and what flows between them."""
