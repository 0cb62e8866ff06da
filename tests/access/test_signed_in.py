"""Whoever signs in: what counts of what the provider tells, and that the role is looked up when it is asked."""

import time

import pytest

from azory_monitor.access import AccessList, SignedIn, end, identity_of, require
from azory_monitor.errors import NotAllowed

ANNA = {"is_logged_in": True, "email": "anna@example.org", "name": "Anna Żak"}


def claims(**more):
    return ANNA | {"iat": time.time()} | more


@pytest.fixture
def listed(tmp_path):
    (tmp_path / "access.toml").write_text('coordinators = ["anna@example.org"]\nhours = 12\n')
    return AccessList(tmp_path / "access.toml")


def signed_in(listed, **more):
    return SignedIn(identity_of(claims(**more)), listed)


@pytest.mark.parametrize("told", [{}, {"is_logged_in": False}, {"is_logged_in": "true"}, {"is_logged_in": 1}])
def test_nobody_is_signed_in_unless_the_cookie_says_so_outright(told):
    assert identity_of(ANNA | {"is_logged_in": None} | told) is None


@pytest.mark.parametrize(
    ("more", "because"),
    [
        ({}, ""),
        ({"email": "jan@example.org"}, "unlisted"),
        ({"email": ""}, "nameless"),
        ({"email": None}, "nameless"),
        ({"email": ["anna@example.org"]}, "nameless"),
        ({"email_verified": True}, ""),
        ({"email_verified": "true"}, ""),
        ({"email_verified": False}, "unverified"),
        ({"email_verified": "false"}, "unverified"),
        ({"email_verified": None}, "unverified"),
        ({"iat": time.time() - 13 * 3600}, "expired"),
        ({"iat": time.time() + 3600}, "expired"),
        ({"iat": None}, "expired"),
        ({"iat": "now"}, "expired"),
        ({"iat": True}, "expired"),
        ({"iat": float("nan")}, "expired"),
        ({"role": "coordinator", "email": "jan@example.org"}, "unlisted"),
    ],
)
def test_a_sign_in_counts_only_fresh_confirmed_and_with_an_address(listed, more, because):
    person = signed_in(listed, **more)
    assert person.because == because
    assert (person.role == "coordinator") is (because == "")


def test_a_doubtful_sign_in_reads_no_more_than_a_stranger(listed):
    listed.path.write_text('coordinators = ["anna@example.org"]\nreading = "signed-in"\n')
    assert signed_in(listed, email_verified=False).role == "stranger"
    assert signed_in(listed, email="jan@example.org").role == "reader"


def test_signing_out_ends_the_sign_in_wherever_its_cookie_is_kept(listed):
    person, again = signed_in(listed, iat=time.time() - 5), signed_in(listed)
    end(person.identity)
    assert person.because == "expired"
    assert again.role == "coordinator"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"name": "Anna Żak"}, "Anna Żak"),
        ({"name": "", "given_name": "Anna", "family_name": "Żak"}, "Anna Żak"),
        ({"name": None}, "anna"),
        ({"name": "Anna\n\x1b[2J\u202eŻak "}, "Anna [2J Żak"),
        ({"name": "a" * 500}, "a" * 120),
    ],
)
def test_the_name_is_the_providers_on_one_line_and_never_the_address(told, name):
    assert identity_of(claims(**told)).name == name


def test_nobody_writes_under_another_name(listed):
    person = signed_in(listed)
    assert person.named("The mayor") is person


def test_a_role_taken_away_refuses_the_next_write_of_the_same_person(listed):
    person = signed_in(listed)
    require(person, "keep")
    listed.path.write_text("coordinators = []")
    with pytest.raises(NotAllowed) as refusal:
        require(person, "keep")
    assert refusal.value.values["because"] == "unlisted"
