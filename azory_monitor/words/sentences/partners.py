"""Who works with whom and who comes, in words."""

from azory_monitor.model.partnership import Attendance, Cooperation, Pair, Participation, ResourceMap
from azory_monitor.model.state import Programme
from azory_monitor.words.names import name_of
from azory_monitor.words.speaker import Speaker

NAMED = 2
"""Up to so many pairs that worked together equally often are named."""


def cooperation_headline(speaker: Speaker, programme: Programme, found: Cooperation) -> str:
    """How many worked with somebody, and which two most often; parts of one institution are not praised for it."""
    if not found.partners:
        return speaker.sentence("partners.cooperation.nothing")
    counted = speaker.ended(speaker.count("partners.cooperation", len(found.partners)))
    return " ".join([counted, speaker.ended(_most_often(speaker, programme, found))])


def cooperation_note(speaker: Speaker, found: Cooperation) -> str:
    """How much of what took place the picture rests on."""
    said = [speaker.count("partners.told", found.took_place), speaker.count("partners.told.shared", found.shared)]
    said += [speaker.count("partners.told.unnamed", found.unnamed)] if found.unnamed else []
    return speaker.ended("; ".join(said))


def pair_name(speaker: Speaker, programme: Programme, pair: Pair) -> str:
    """The two by their short names."""
    first, second = (name_of(speaker, programme, "institutions", id) for id in (pair.institution, pair.other))
    return speaker.say("partners.pair", first=first, second=second)


def pair_sentence(speaker: Speaker, programme: Programme, pair: Pair) -> str:
    """What two institutions did together, when last, and what else binds them."""
    facts = [
        speaker.count("partners.times", pair.times) if pair.times else speaker.say("partners.no_times"),
        speaker.say("partners.pair.last", when=speaker.period_phrase(pair.last)) if pair.last else "",
        speaker.say("partners.pair.within") if pair.within else "",
        tie_words(speaker, pair),
    ]
    told = {"pair": pair_name(speaker, programme, pair), "facts": "; ".join(filter(None, facts))}
    return speaker.sentence("partners.pair.told", **told)


def tie_sentence(speaker: Speaker, programme: Programme, pair: Pair) -> str:
    """What binds two institutions, in the words of the register where it has any."""
    tie = speaker.label("tie", pair.tie)
    facts = speaker.say("partners.tie.about", tie=tie, about=speaker.text(pair.tie_about)) if pair.tie_about else tie
    return speaker.sentence("partners.pair.told", pair=pair_name(speaker, programme, pair), facts=facts)


def tie_words(speaker: Speaker, pair: Pair) -> str:
    """What binds the two besides what they do, and since when; empty where nothing is recorded."""
    if not pair.tie:
        return ""
    tie = speaker.label("tie", pair.tie)
    if not any(sign.isdigit() for sign in pair.tie_since):
        return speaker.say("partners.pair.tie", tie=tie)
    return speaker.say("partners.pair.tie_since", tie=tie, since=speaker.period_since(pair.tie_since))


def attendance_sentence(speaker: Speaker, one: Attendance) -> str:
    """When an institution was last seen, in which parts, and how steadily it came to the local group."""
    parts = {"organised": one.organised, "partnered": one.partnered, "present": one.present}
    said = [speaker.say(f"partners.seen.{one.presence}", when=speaker.period(one.last_seen))]
    said += [speaker.say(f"partners.part.{part}", n=speaker.number(n)) for part, n in parts.items() if n]
    if one.listed:
        said.append(speaker.count("partners.meetings", one.listed, attended=speaker.number(one.attended)))
    if one.longest_gap > 1:
        said.append(speaker.count("partners.gap", one.longest_gap))
    return speaker.ended("; ".join(said))


def participation_note(speaker: Speaker, found: Participation) -> str:
    """How far attendance can be told: of which meetings it is recorded who came, and where the register ends."""
    if not found.meetings:
        return speaker.sentence("partners.no_meetings")
    said = [speaker.ended(speaker.count("partners.lists", found.meetings, listed=speaker.number(found.listed)))]
    if any(one.presence == "last_seen" for one in found.entries):
        said.append(speaker.sentence("partners.register_ends", when=speaker.period(found.last_entry)))
    return " ".join(said)


def resource_headline(speaker: Speaker, found: ResourceMap) -> str:
    """How much is looked for, and how much there is."""
    if not found.holdings:
        return speaker.sentence("partners.resources.nothing")
    needed = len(found.of("needed"))
    first = (
        speaker.ended(speaker.count("partners.resources.needed", needed))
        if needed
        else speaker.sentence("partners.resources.none_needed")
    )
    counts = {state: speaker.number(len(found.of(state))) for state in ("available", "shared", "lost")}
    return " ".join([first, speaker.sentence("partners.resources.there", **counts)])


def _most_often(speaker: Speaker, programme: Programme, found: Cooperation) -> str:
    working = found.working
    if not working:
        return speaker.say("partners.within_only")
    first = [pair for pair in working if pair.times == working[0].times]
    if len(first) > NAMED:
        return speaker.count("partners.evenly", working[0].times)
    key = "partners.often" if len(first) == 1 else "partners.often_tied"
    pairs = "; ".join(pair_name(speaker, programme, pair) for pair in first)
    return speaker.count(key, working[0].times, pairs=pairs)
