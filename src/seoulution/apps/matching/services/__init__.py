"""What changes the search index, the matches of needs, and what may teach the search."""

from seoulution.apps.matching.services.indexing import index_passages, index_terms
from seoulution.apps.matching.services.learning import let_learn
from seoulution.apps.matching.services.matching import add_match, decide, match_needs, take_in

__all__ = ["add_match", "decide", "index_passages", "index_terms", "let_learn", "match_needs", "take_in"]
