"""From any figure back to where it comes from: the cell of the kept file, how it was read, who brought it when, what
was made of it.

    tracer    what is asked for, in one state of everything
    place     the row of the kept file read once more
    editions  every state that the row has had
    rests     what rests on a figure, and what it rests on

Whatever the state hides is hidden here too: the view says what may be shown, and no text of a file is told of a
figure that the view shows otherwise than it is stored.
"""

from azory_monitor.trace.tracer import Tracer

__all__ = ["Tracer"]
