"""The two-sided file a city opens by its private link."""
