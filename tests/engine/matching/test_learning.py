from seoulution.engine.matching.learning import learning_finding


def test_learning_from_a_city_needs_a_reason_in_words() -> None:
    found = learning_finding("  ", subject="lima-2026")
    assert found is not None
    assert (found.code, found.subject) == ("match.learning-without-reason", "lima-2026")
    assert learning_finding("The city agreed by letter.", subject="lima-2026") is None
