"""What a text asks for: its clauses, the needs they name, and the words that should not reach a partner city.

Values in, values out: the thesaurus entries and wording rules are passed in. Reading files, identifying languages and
computing vectors belong to `seoulution.language`.
"""
