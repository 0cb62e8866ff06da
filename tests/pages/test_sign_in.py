"""Where people sign in: who sees what, who may do what, and what is told to whom."""

import time

import pytest
from streamlit import config

from azory_monitor.access import SignedIn, identity_of
from azory_monitor.home import Home
from azory_monitor.monitor import open_monitor
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import FILES, shown, visit
from tests.pages.signing_in import ANNA, COORDINATOR, JAN, SOUND, person, secrets_of, toml, visit_as

WRITING = ("register", "upload", "snapshots", "meeting")
SAY = speaker("en").say
CLOSED = COORDINATOR + 'reading = "signed-in"\n'


@pytest.fixture
def listed(own_home, tmp_path_factory):
    """People sign in here; writes the list of who may do what."""

    def write(text):
        Home(own_home).access.write_text(text, encoding="utf-8")

    write(COORDINATOR)
    with secrets_of(tmp_path_factory.mktemp("secrets") / "secrets.toml", toml(SOUND)):
        yield write


def writes(app):
    """What of a page could write."""
    forms = [button for button in app.button if button.form_id or button.key in ("note-undo", "entry-undo")]
    return forms + list(app.get("file_uploader"))


@pytest.mark.parametrize("page", WRITING)
def test_a_reader_sees_no_form_and_why_and_a_coordinator_the_form(listed, page):
    asked = {"screen": "99"} if page == "meeting" else {}
    reader, stranger = visit_as(person(JAN), page, **asked), visit_as({}, page, **asked)
    assert not reader.exception and not stranger.exception
    assert writes(reader) == writes(stranger) == []
    assert SAY("because.unlisted") in shown(reader) and SAY("because.unknown") in shown(stranger)
    assert writes(visit_as(person(ANNA), page, **asked))


def test_a_role_taken_away_refuses_the_next_write_of_an_open_page(listed):
    app = visit_as(person(ANNA, name="Anna <i>Żak</i>"), "snapshots")
    assert "Anna &lt;i&gt;Żak&lt;/i&gt;" in shown(app)
    listed("coordinators = []\n")
    app.text_input(key="freeze-name").set_value("June")
    next(button for button in app.button if button.form_id).click().run()
    assert not app.exception
    assert open_monitor().snapshots() == []
    assert SAY("because.unlisted") in shown(app)


def test_who_signed_in_stands_in_the_history_with_the_address_for_coordinators_alone(listed):
    monitor = open_monitor()
    handed = monitor.check("themes.csv", b"id,name_en\nweather,Weather\n", table="themes")
    monitor.keep(handed, SignedIn(identity_of(person(ANNA, name="Anna <i>Żak</i>")), monitor.access))
    seen = {email: shown(visit_as(person(email), "upload")) for email in (ANNA, JAN)}
    assert all("Anna &lt;i&gt;Żak&lt;/i&gt;" in text and "<i>Żak" not in text for text in seen.values())
    assert ANNA in seen[ANNA] and ANNA not in seen[JAN]
    assert all(ANNA not in shown(visit_as(person(JAN), page)) for page in ("overview", "snapshots"))


@pytest.mark.parametrize(
    ("more", "because"),
    [
        ({"email_verified": False}, "unverified"),
        ({"iat": time.time() - 48 * 3600}, "expired"),
        ({"email": None}, "nameless"),
    ],
)
def test_a_sign_in_that_does_not_count_only_reads_and_says_what_helps(listed, more, because):
    app = visit_as(person(ANNA) | more, "upload")
    assert not app.exception and writes(app) == []
    assert SAY(f"because.{because}") in shown(app)


def test_what_somebody_says_of_themselves_gives_no_role(listed):
    app = visit_as({"role": "coordinator", "email": ANNA}, "upload", role="coordinator", as_user=ANNA, email=ANNA)
    for key in ("role", "who", "email", "is_logged_in", "actor"):
        app.session_state[key] = ANNA
    app.run()
    assert not app.exception and writes(app) == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", ["overview", "upload"])
def test_strangers_see_a_wall_and_nothing_of_the_programme(listed, page, language):
    listed(CLOSED)
    app = visit_as({}, page, lang=language)
    assert not app.exception
    programme = open_monitor().view().programme
    text = shown(app) + "".join(title.value for title in app.title)
    assert speaker(language).say("sign_in.closed") in text
    assert not [name for name in programme.profile.name.values() if name in text]
    assert app.get("plotly_chart") == [] and app.sidebar.children == {}
    assert [button.label for button in app.button] == [speaker(language).say("sign_in.in")]


def test_behind_the_wall_whoever_signs_in_reads_unless_readers_are_named(listed):
    listed(CLOSED)
    assert 'class="foot"' in shown(visit_as(person(JAN)))
    listed(CLOSED + 'readers = ["@elsewhere.org"]\n')
    app = visit_as(person(JAN))
    assert 'class="foot"' not in shown(app) and SAY("sign_in.unlisted") in shown(app)
    assert [button.key for button in app.button] == ["sign-out"]


def test_a_faulty_list_closes_everything_to_everybody_and_says_so(listed):
    listed("coordinators = [")
    for user in (person(ANNA), person(JAN), {}):
        app = visit_as(user)
        assert not app.exception
        assert SAY("because.broken") in shown(app) and 'class="foot"' not in shown(app)


def test_a_list_of_roles_without_a_way_to_sign_in_lets_nobody_write(own_home):
    Home(own_home).access.write_text(COORDINATOR)
    app = visit_as({"email": ANNA, "is_logged_in": True}, "upload")
    assert writes(app) == [] and SAY("because.no_sign_in") in shown(app)


def test_where_nobody_signs_in_the_person_at_this_machine_does_everything_and_sees_no_sign_in(own_home):
    app = visit("upload", lang="en")
    assert writes(app)
    assert not [button for button in app.button if button.key in ("sign-in", "sign-out")]


def test_on_any_other_address_without_a_sign_in_everybody_only_reads(own_home):
    config.set_option("server.address", "10.0.0.7")
    try:
        app = visit("snapshots", lang="en")
    finally:
        config.set_option("server.address", "127.0.0.1")
    assert writes(app) == [] and SAY("because.network") in shown(app)


def test_every_page_that_writes_is_tried_above():
    sources = {name: file.read_text(encoding="utf-8") for name, file in FILES.items()}
    assert {name for name, text in sources.items() if "may_write" in text or "ask_note" in text} == set(WRITING)
