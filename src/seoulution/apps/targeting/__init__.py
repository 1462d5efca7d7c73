"""The six criteria by which target cities are weighed."""
