"""A real site in processes of its own: its own data, the server of `make run`, a free port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds until the server answers


def run(data: Path, *command: str) -> str:
    """Run a command of the project with `data` as its DATA_DIR; return what it prints."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(data),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def environment(data: Path) -> dict[str, str]:
    """Return the environment of a site whose data is in `data`."""
    ours = {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    return {name: value for name, value in os.environ.items() if not name.endswith("_URL")} | ours


@contextmanager
def serve(data: Path) -> Iterator[str]:
    """Serve the site whose data is in `data`; yield its address once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "manage.py", "serve", f"--port={port}"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(data), stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(f"{address}/healthz")
            yield address
        finally:
            server.terminate()


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(address, timeout=PATIENCE).close()  # noqa: S310
            return
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
