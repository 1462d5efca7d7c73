"""One module per way of running: development, test, production; `base` is what they share."""
