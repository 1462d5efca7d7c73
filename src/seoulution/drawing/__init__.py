"""Pictures made on the server: charts, world map, programme map, as SVG text for pages and papers alike; and numbers in words."""
