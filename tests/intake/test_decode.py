"""Polish letters come out right whatever a file was saved in."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.decode import decode

SENTENCE = "wskaźnik;obszar\nzażółć gęślą jaźń;Śródmieście\n"
WORDS = ["źródło", "śródmieście", "Łódź", "żłobek", "ćwiczenia", "pętla", "Gdańsk", "Świdnica", "Żory", "próg"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso-8859-2"])
def test_a_polish_text_is_read_in_each_encoding(encoding):
    assert decode(SENTENCE.encode(encoding)) == (SENTENCE, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zero_bytes(encoding):
    assert decode(SENTENCE.encode(encoding)) == (SENTENCE, encoding)


@given(words=some.lists(some.sampled_from(WORDS), min_size=1), encoding=some.sampled_from(["cp1250", "iso-8859-2"]))
def test_a_word_or_two_is_enough_to_tell_the_code_pages_apart(words, encoding):
    text = " ".join(words)
    assert decode(text.encode(encoding))[0] == text


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
