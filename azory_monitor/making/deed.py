"""Something long that is done apart from the page that asked for it, and goes on if its visitor leaves."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Deed(Generic[Result]):
    """A deed that has begun."""

    def __init__(self, do: Callable[[], Result]) -> None:
        self._do = do
        self._result: Result | None = None
        self._fault: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="deed", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether there is a result or a fault."""
        return not self._thread.is_alive()

    def result(self) -> Result:
        """What came of it, waiting for its end; raises what it raised."""
        self._thread.join()
        if self._fault:
            raise self._fault
        return self._result

    def _run(self) -> None:
        try:
            self._result = self._do()
        except Exception as fault:  # noqa: BLE001  told by whoever asks for the result
            self._fault = fault
