"""What the database itself holds true, and no constraint of Django can say; for SQLite and PostgreSQL.

- A span (of a statement, its speaker, a mention, an event mention) ends within the body of its article,
  counted in Unicode code points; a body is not cut short while spans reach beyond its new end.
- A slug that a person, an organization or an event takes is written down in `Address`, whose unique slugs
  make sure that no two ever share one, now or later.

The first migration creates them. SQLite drops the triggers of a table that a migration remakes, and refuses
to remake one that other tables' triggers name: such a migration begins with `drop` and ends with `create`.
"""

from dataclasses import dataclass
from typing import Any

BODY_OF = "(SELECT length(body) FROM archive_article WHERE id = {article})"
ARTICLE_OF_STATEMENT = "(SELECT article_id FROM archive_statement WHERE id = NEW.statement_id)"


@dataclass(frozen=True)
class Trigger:
    """One rule: refuse a row of `table` with `message` where `refused` holds, or else run `then`.

    `on` is the change that is watched, `refused` and `then` are SQL that both databases understand.
    """

    name: str
    table: str
    on: str
    refused: str = ""
    message: str = ""
    then: str = ""


def _within_body(table: str, end: str, article: str, moved_by: str) -> tuple[Trigger, ...]:
    refused = f'NEW."{end}" > {BODY_OF.format(article=article)}'
    message = f"a span of {table} lies outside the body of its article"
    return tuple(
        Trigger(f"{table}_within_{verb}", table, on, refused, message)
        for verb, on in (("insert", "INSERT"), ("update", f'UPDATE OF "{end}", {moved_by}'))
    )


def _addressed(table: str, owner: str) -> tuple[Trigger, ...]:
    # Values are the tables' own names, never anyone's input.
    then = f"""INSERT INTO archive_address (slug, {owner}) SELECT NEW.slug, NEW.id WHERE NOT EXISTS
        (SELECT 1 FROM archive_address WHERE slug = NEW.slug AND {owner} = NEW.id)"""  # noqa: S608
    return tuple(
        Trigger(f"{table}_addressed_{verb}", table, on, then=then)
        for verb, on in (("insert", "INSERT"), ("update", "UPDATE OF slug"))
    )


REACHING_BEYOND = " OR ".join(
    f'EXISTS (SELECT 1 FROM {rows} WHERE {article} = NEW.id AND "{end}" > length(NEW.body))'  # noqa: S608
    for rows, article, end in (
        ("archive_mention", "article_id", "end"),
        ("archive_eventmention", "article_id", "end"),
        ("archive_statement", "article_id", "speaker_end"),
        ("archive_statementspan s JOIN archive_statement t ON t.id = s.statement_id", "t.article_id", "end"),
    )
)

TRIGGERS = (
    *_within_body("archive_mention", "end", "NEW.article_id", "article_id"),
    *_within_body("archive_eventmention", "end", "NEW.article_id", "article_id"),
    *_within_body("archive_statement", "speaker_end", "NEW.article_id", "article_id"),
    *_within_body("archive_statementspan", "end", ARTICLE_OF_STATEMENT, "statement_id"),
    Trigger(
        "archive_article_holds_spans",
        "archive_article",
        "UPDATE OF body",
        f"length(NEW.body) < length(OLD.body) AND ({REACHING_BEYOND})",
        "the new body of an article is too short for the spans that lie in it",
    ),
    *_addressed("archive_person", "person_id"),
    *_addressed("archive_organization", "organization_id"),
    *_addressed("archive_event", "event_id"),
)


def create(apps: Any, schema_editor: Any) -> None:
    """Create all triggers; has the signature that a migration's RunPython wants."""
    write = _for_postgresql if schema_editor.connection.vendor == "postgresql" else _for_sqlite
    for trigger in TRIGGERS:
        for sql in write(trigger):
            schema_editor.execute(sql, params=None)


def drop(apps: Any, schema_editor: Any) -> None:
    """Drop all triggers."""
    postgresql = schema_editor.connection.vendor == "postgresql"
    for trigger in TRIGGERS:
        if postgresql:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {trigger.name}() CASCADE", params=None)
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}", params=None)


def _for_sqlite(trigger: Trigger) -> list[str]:
    if trigger.refused:
        when = f"BEFORE {trigger.on} ON {trigger.table} WHEN {trigger.refused}"
        return [f"CREATE TRIGGER {trigger.name} {when} BEGIN SELECT RAISE(ABORT, '{trigger.message}'); END"]
    return [f"CREATE TRIGGER {trigger.name} AFTER {trigger.on} ON {trigger.table} BEGIN {trigger.then}; END"]


def _for_postgresql(trigger: Trigger) -> list[str]:
    if trigger.refused:
        raised = f"RAISE EXCEPTION '{trigger.message}' USING ERRCODE = 'check_violation'"
        moment, body = "BEFORE", f"IF {trigger.refused} THEN {raised}; END IF;"
    else:
        moment, body = "AFTER", f"{trigger.then};"
    return [
        f"CREATE FUNCTION {trigger.name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {body} RETURN NEW; END $$",
        f"CREATE TRIGGER {trigger.name} {moment} {trigger.on} ON {trigger.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {trigger.name}()",
    ]
