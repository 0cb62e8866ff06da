"""A brief of one topic on the command line."""

from azory_monitor.cli import main


def test_a_brief_is_written_for_a_theme_and_an_objective(home, tmp_path):
    for topic in ("premises", "objective:coordination"):
        out = tmp_path / f"{topic[:5]}.html"
        assert main(["--home", str(home), "export", "brief", str(out), "--topic", topic, "--lang", "pl"]) == 0
        assert '<html lang="pl">' in out.read_text(encoding="utf-8")


def test_a_brief_about_nothing_is_refused_and_writes_nothing(home, tmp_path, capsys):
    out = tmp_path / "brief.html"
    assert main(["--home", str(home), "export", "brief", str(out), "--lang", "en"]) == 1
    assert "premises" in capsys.readouterr().err and not out.exists()
