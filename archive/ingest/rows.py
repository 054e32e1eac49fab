"""Rows that nothing asks for again, written without an object for each: an article has some hundred."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection, models

Row = tuple[int | float | str | None, ...]


def insert(model: Any, fields: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Insert `rows`, the values of `fields` of `model`; of a foreign key, the other row's number.

    That takes a fifth of the time of `bulk_create`. Values are numbers and words, which every database
    takes as they are; no signal is sent.
    """
    rows = list(rows)
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_statement(model, fields), rows)


@cache
def _statement(model: type[models.Model], fields: tuple[str, ...]) -> str:
    meta, quoted = model._meta, connection.ops.quote_name
    columns = ", ".join(quoted(meta.get_field(field).column) for field in fields)
    values = ", ".join(["%s"] * len(fields))
    return f"INSERT INTO {quoted(meta.db_table)} ({columns}) VALUES ({values})"  # noqa: S608 - our own names
