from seoulution.language.matcher import Matcher
from seoulution.language.passages import Passage, passages_of

CATALOGUE: list[Passage] = [
    *passages_of("leaks", "en", "Leakage management", "Leaks are found and old mains replaced."),
    *passages_of("doors", "en", "Platform screen doors", "Doors end falls in metro stations."),
    *passages_of("solar", "en", "Solar roofs", "Citizens' funds put solar panels on schools."),
]
NEEDS = [
    ("en", "Half of our drinking water disappears from worn-out pipes."),
    ("mn", "Метроны тавцангаас хүн унах осол гарч байна."),
]


def test_the_shortlist_of_a_large_catalogue_holds_the_answer_of_the_whole() -> None:
    texts, codes = [text for _, text in NEEDS], [code for code, _ in NEEDS]
    whole = Matcher(CATALOGUE).rankings(texts, codes)
    short = Matcher(CATALOGUE, read_whole=0).rankings(texts, codes)
    assert (
        [ranking.hits[0].solution for ranking in short] == [ranking.hits[0].solution for ranking in whole] == ["leaks", "doors"]
    )


def test_a_language_of_the_slow_encoder_alone_is_shortlisted_by_titles() -> None:
    (ranking,) = Matcher(CATALOGUE, read_whole=0).rankings(["Metro istasyonu değil: umeme wa jua kwenye paa za shule."], ["sw"])
    assert len(ranking.hits) == 3


def test_no_catalogue_has_no_answer() -> None:
    (ranking,) = Matcher([]).rankings(["Pipes leak."], ["en"])
    assert ranking.weak
