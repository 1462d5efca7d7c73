from seoulution.language.tokens import bigrams, programme_words, search_words, tokens


def test_programme_words_stay_whole() -> None:
    found = tokens("유수율이 낮고 버스중앙차로와 다산콜센터를 배우고 싶습니다", "ko")
    assert {"유수율", "버스중앙차로", "다산콜센터"} <= set(found)
    assert {"유수율", "종량제"} <= set(programme_words())


def test_particles_and_endings_are_left_out() -> None:
    assert "를" not in tokens("스크린도어를 설치했습니다", "ko")


def test_bigrams_find_a_word_inside_a_longer_one() -> None:
    assert bigrams("누수율") == ["누수", "수율"]
    assert bigrams("물") == ["물"]
    assert bigrams("water") == []


def test_other_languages_are_cut_into_words() -> None:
    assert tokens("Les eaux d'égout, l'été 2013", "fr") == ["les", "eaux", "d'égout", "l'été", "2013"]
    assert search_words("TOPIS 구축", "ko") == ("구축", "topis")
