"""From a case to a document: one module per section, in the language that is active. Nothing is computed here."""
