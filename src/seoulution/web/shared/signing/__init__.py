"""Papers in signing as the office and the bureaus' portal both show them."""
