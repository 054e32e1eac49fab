"""Rows written without Django's work for each: an article has some hundred."""

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
    _write(_insertion(model, fields), rows)


def update(model: Any, fields: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Update rows of `model`, each given by the values of `fields` and its own number behind them.

    It takes what `insert` takes, and a fraction of the time of `bulk_update`; no signal is sent.
    """
    _write(_change(model, fields), rows)


def _write(statement: str, rows: Iterable[Row]) -> None:
    rows = list(rows)
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)


@cache
def _change(model: type[models.Model], fields: tuple[str, ...]) -> str:
    meta, quoted = model._meta, connection.ops.quote_name
    columns = ", ".join(f"{quoted(meta.get_field(field).column)} = %s" for field in fields)
    where = f"{quoted(meta.pk.column)} = %s"
    return f"UPDATE {quoted(meta.db_table)} SET {columns} WHERE {where}"  # noqa: S608 - our own names


@cache
def _insertion(model: type[models.Model], fields: tuple[str, ...]) -> str:
    meta, quoted = model._meta, connection.ops.quote_name
    columns = ", ".join(quoted(meta.get_field(field).column) for field in fields)
    values = ", ".join(["%s"] * len(fields))
    return f"INSERT INTO {quoted(meta.db_table)} ({columns}) VALUES ({values})"  # noqa: S608 - our own names
