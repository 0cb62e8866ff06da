"""Polish letters come out right whatever a file was saved in."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.opening.decode import CODE_PAGES, decode, which_encoding

SENTENCE = "wskaźnik;obszar\nzażółć gęślą jaźń;Śródmieście\n"
WORDS = ["źródło", "śródmieście", "Łódź", "żłobek", "ćwiczenia", "pętla", "Gdańsk", "Świdnica", "Żory", "próg"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso-8859-2", "cp852", "mac_latin2"])
def test_a_polish_text_is_read_in_each_encoding(encoding):
    assert decode(SENTENCE.encode(encoding)) == (SENTENCE, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zero_bytes(encoding):
    assert decode(SENTENCE.encode(encoding)) == (SENTENCE, encoding)


@given(
    words=some.lists(some.sampled_from(WORDS), min_size=1),
    encoding=some.sampled_from(CODE_PAGES),
    change=some.sampled_from([str, str.upper, str.capitalize]),
)
def test_no_word_is_read_in_a_wrong_code_page_unasked(words, encoding, change):
    text = ";2016;\n".join(map(change, words))
    content = text.encode(encoding)
    found, name = decode(content)
    asked = which_encoding(content, name)
    assert found == text or any(content.decode(choice) == text for choice in asked[0].choices)


@given(words=some.permutations(WORDS), encoding=some.sampled_from(CODE_PAGES))
def test_a_few_words_are_enough_to_need_no_question(words, encoding):
    text = ";2016;\n".join(words)
    content = text.encode(encoding)
    assert (decode(content)[0], which_encoding(content, decode(content)[1])) == (text, ())


def test_code_pages_that_fit_alike_are_asked_about_once():
    content = "Chełmża".replace("łmż", "ł").encode("cp852")
    (asked,) = which_encoding(content, decode(content)[1])
    assert (asked.key, asked.choices) == ("encoding", ("cp852", "mac_latin2"))
    assert which_encoding(content, "cp852", "cp852") == ()


@pytest.mark.parametrize("text", ["OGÓŁEM", "RÓŻNE", "GÓŹDŹ;MIŃSK"])
@pytest.mark.parametrize("encoding", ["cp1250", "iso-8859-2"])
def test_two_capitals_that_happen_to_make_a_letter_of_another_alphabet_stay_two_capitals(text, encoding):
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("text", ["Київ;Львів", "Ελλάδα;5", "Łódź;Київ"])
def test_other_alphabets_in_utf_8_are_left_alone(text):
    assert decode(text.encode()) == (text, "utf-8")


def test_a_file_in_two_encodings_is_refused_with_the_line_where_the_other_begins():
    with pytest.raises(UnreadableFile) as refused:
        decode("a;Łódź\n".encode() + "b;Łódź\n".encode("cp1250"))
    assert (refused.value.key, refused.value.values) == ("error.mixed_encodings", {"row": 2})


def test_what_a_person_says_overrules_the_guess():
    assert decode("ą".encode("iso-8859-2"), "iso-8859-2") == ("ą", "iso-8859-2")


@pytest.mark.parametrize(
    ("content", "encoding", "key"),
    [
        (b"a;b\nc\0;d\n", "", "error.nul_byte"),
        (b"a;b\n\xff\xfe\x01\x02\x81\x90", "", "error.not_text"),
        ("ą".encode("cp1250"), "utf-8", "error.not_in_encoding"),
        (b"a", "klingon", "error.unknown_encoding"),
    ],
)
def test_what_is_no_text_is_refused(content, encoding, key):
    with pytest.raises(UnreadableFile) as refused:
        decode(content, encoding)
    assert refused.value.key == key


def test_a_zero_byte_is_refused_with_its_line():
    with pytest.raises(UnreadableFile) as refused:
        decode(b"a;b\nc;d\ne\0;f\n")
    assert refused.value.values == {"row": 3}
