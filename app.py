"""Starts the monitor: ``streamlit run app.py``, ``python app.py`` or ``uvicorn app:app``.

Streamlit is given the shell in the package, because it would serve every file of a ``pages/`` beside the
script that it runs, past the shell and its checks.  Run as a script (a test does), this file is the shell.
"""

import runpy
import sys
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

ROOT = Path(__file__).resolve().parent
SHELL = ROOT / "azory_monitor" / "ui" / "shell.py"
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

if get_script_run_ctx(suppress_warning=True):
    runpy.run_path(str(SHELL))
else:
    from azory_monitor.memory import share_memory

    share_memory()

    from azory_monitor.ui.health import routes
    from azory_monitor.ui.protection import middleware, on_fault
    from azory_monitor.ui.set_up import refuse_unsafe_start
    from azory_monitor.ui.show_error import show_fault
    from azory_monitor.ui.warm import warming

    refuse_unsafe_start()
    app = st.App(
        SHELL,
        lifespan=warming,
        routes=routes(),
        middleware=middleware(),
        on_script_error=show_fault,
        exception_handlers={Exception: on_fault},
    )
    if __name__ == "__main__":
        app.run()
