from seoulution.engine.dossier.shortening import breadth, whole_sentences

ENGLISH = "Leakage fell to 10.1 % in 2005. The U.S. Army had advised in 1954. Work went on, e.g. at night. It ended."
KOREAN = "1989년에 누수율은 42.4 %였다. 그해 누수는 59,438건이었다. 관을 바꾸었다."


def test_a_text_that_fits_is_left_as_it_is() -> None:
    assert whole_sentences(ENGLISH, 500) == (ENGLISH, False)


def test_a_longer_text_ends_with_the_last_sentence_that_fits() -> None:
    assert whole_sentences(ENGLISH, 60) == ("Leakage fell to 10.1 % in 2005.", True)
    assert whole_sentences(KOREAN, 60) == ("1989년에 누수율은 42.4 %였다. 그해 누수는 59,438건이었다.", True)


def test_numbers_initials_and_abbreviations_end_no_sentence() -> None:
    for most in range(10, len(ENGLISH)):
        shortened, _cut = whole_sentences(ENGLISH, most)
        assert shortened.endswith(("2005.", "1954.", "night.", "ended."))


def test_the_first_sentence_stays_even_where_it_has_no_room() -> None:
    assert whole_sentences(ENGLISH, 3) == ("Leakage fell to 10.1 % in 2005.", True)


def test_a_text_without_sentence_ends_is_not_cut_at_all() -> None:
    thai = "กรุงโซลลดการรั่วไหลของน้ำประปา " * 20
    assert whole_sentences(thai, 50)[0] == thai.strip()


def test_a_reference_to_a_claim_is_never_cut_and_takes_the_room_of_its_words() -> None:
    text = "It rose to [94.4 %. Really](claim:rwr-2013) in 2013. Then it stood still."
    assert whole_sentences(text, 40) == ("It rose to [94.4 %. Really](claim:rwr-2013) in 2013.", True)


def test_a_letter_of_korean_takes_twice_the_room_and_a_mark_upon_a_letter_none() -> None:
    assert breadth("ab") == 2 and breadth("서울") == 4 and breadth("é") == breadth("e\u0301") == 1


def test_sentences_of_other_scripts_are_found() -> None:
    for text in (
        "هل وصل الماء؟ نعم وصل. انتهى العمل هنا.",
        "Вода дошла. Работа закончена. Всё.",
        "¿Llega el agua? Sí llega. Fin.",
    ):
        shortened, cut = whole_sentences(text, 14)
        assert cut and shortened[-1] in ".؟?"
