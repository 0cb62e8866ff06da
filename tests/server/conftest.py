"""What is tried on a server is only collected where its driver is; ``make test`` runs it there."""

from tests import engines

collect_ignore_glob = [] if engines.HAS_DRIVER else ["test_*.py"]
