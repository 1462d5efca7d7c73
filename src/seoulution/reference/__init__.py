"""What ships: sourced YAML and the loader that refuses a figure without source, year, unit and boundary."""
