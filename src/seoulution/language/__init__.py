"""From text to tokens, language, needs and vectors: all that knows words, and nothing that knows the database.

Encoders and the Korean analyser are bundled wheels; where one is missing, the rest works and a finding says so.
"""
