"""`manage.py serve`: the web server of `make run`."""

import socket
from argparse import ArgumentParser
from socket import AF_INET, AF_INET6
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from waitress.server import create_server

# A connection takes a thread only once its request is whole, so that many slow ones keep nobody waiting.
LIMITS = {
    "threads": 8,
    "connection_limit": 1000,
    "asyncore_use_poll": True,  # select() knows 1024 files at most
    "max_request_header_size": 100_000,  # bytes
    "max_request_body_size": 20_000_000,  # bytes; the largest is an editor's form
}


class Command(BaseCommand):
    """Serves until it is stopped."""

    help = "Serves the archive over HTTP, until Ctrl-C stops it."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the command's arguments."""
        parser.add_argument(
            "--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
        )
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")

    def handle(self, *, host: str, port: int, **options: Any) -> None:
        """Listen, say where, and answer."""
        try:
            listening = socket.create_server((host, port), family=AF_INET6 if ":" in host else AF_INET)
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} cannot be listened on: {error}. Choose another: PORT=8080 make run"
            )
        from archive.wsgi import application  # here: it begins to bring the search index up to date

        self.stdout.write(f"Chancery is at http://{host}:{port}/  (Ctrl-C stops it)")
        create_server(application, sockets=[listening], **LIMITS).run()
