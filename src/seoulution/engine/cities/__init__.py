"""What is known of a place: its figures and how old they are, its names, and the year in which the provider stood there.

Pure values and rules. Storing observations and putting findings into words belongs to the rings above.
"""
