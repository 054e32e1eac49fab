"""The addresses of ``/api/v1/``: each kind of record as a list, and one by one."""

from typing import Any, NoReturn

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router
from ninja.pagination import paginate

from archive import records
from archive.models import Address

from .filters import ArticleFilters, CaptureFilters, EventFilters, NameFilters, StatementFilters
from .paging import RecordPages
from .problems import PROBLEMS

router = Router()


@router.get("/articles", response={200: list[records.ArticleRecord], **PROBLEMS})
@paginate(RecordPages, record=records.article_record)
def articles(request: HttpRequest, chosen: Query[ArticleFilters]) -> QuerySet[Any]:
    """Articles, with their statements and all that they name."""
    return chosen.narrow(records.ARTICLES)


@router.get("/articles/{id}", response={200: records.ArticleRecord, **PROBLEMS})
def article(request: HttpRequest, id: int) -> records.ArticleRecord:
    """One article."""
    return records.article_record(_found(records.ARTICLES, pk=id), request.build_absolute_uri)


@router.get("/statements", response={200: list[records.StatementRecord], **PROBLEMS})
@paginate(RecordPages, record=records.statement_record)
def statements(request: HttpRequest, chosen: Query[StatementFilters]) -> QuerySet[Any]:
    """Statements, with the article that each stands in."""
    return chosen.narrow(records.STATEMENTS)


@router.get("/statements/{id}", response={200: records.StatementRecord, **PROBLEMS})
def statement(request: HttpRequest, id: int) -> records.StatementRecord:
    """One statement."""
    return records.statement_record(_found(records.STATEMENTS, pk=id), request.build_absolute_uri)


@router.get("/people", response={200: list[records.PersonRecord], **PROBLEMS})
@paginate(RecordPages, record=records.person_record)
def people(request: HttpRequest, chosen: Query[NameFilters]) -> QuerySet[Any]:
    """People, with their names and offices."""
    return chosen.narrow(records.PEOPLE)


@router.get("/people/{slug}", response={200: records.PersonRecord, **PROBLEMS})
def person(request: HttpRequest, slug: str) -> records.PersonRecord:
    """One person; a slug that they had before leads to them as well."""
    return records.person_record(_owner(records.PEOPLE, slug), request.build_absolute_uri)


@router.get("/organizations", response={200: list[records.OrganizationRecord], **PROBLEMS})
@paginate(RecordPages, record=records.organization_record)
def organizations(request: HttpRequest, chosen: Query[NameFilters]) -> QuerySet[Any]:
    """Organizations, with their names."""
    return chosen.narrow(records.ORGANIZATIONS)


@router.get("/organizations/{slug}", response={200: records.OrganizationRecord, **PROBLEMS})
def organization(request: HttpRequest, slug: str) -> records.OrganizationRecord:
    """One organization; a slug that it had before leads to it as well."""
    return records.organization_record(_owner(records.ORGANIZATIONS, slug), request.build_absolute_uri)


@router.get("/events", response={200: list[records.EventRecord], **PROBLEMS})
@paginate(RecordPages, record=records.event_record)
def events(request: HttpRequest, chosen: Query[EventFilters]) -> QuerySet[Any]:
    """Events, with who took part."""
    return chosen.narrow(records.EVENTS)


@router.get("/events/{slug}", response={200: records.EventRecord, **PROBLEMS})
def event(request: HttpRequest, slug: str) -> records.EventRecord:
    """One event; a slug that it had before leads to it as well."""
    return records.event_record(_owner(records.EVENTS, slug), request.build_absolute_uri)


@router.get("/sources", response={200: list[records.SourceRecord], **PROBLEMS})
@paginate(RecordPages, record=records.source_record)
def sources(request: HttpRequest) -> QuerySet[Any]:
    """Publishers."""
    return records.SOURCES


@router.get("/sources/{slug}", response={200: records.SourceRecord, **PROBLEMS})
def source(request: HttpRequest, slug: str) -> records.SourceRecord:
    """One publisher."""
    return records.source_record(_found(records.SOURCES, slug=slug), request.build_absolute_uri)


@router.get("/captures", response={200: list[records.CaptureRecord], **PROBLEMS})
@paginate(RecordPages, record=records.capture_record)
def captures(request: HttpRequest, chosen: Query[CaptureFilters]) -> QuerySet[Any]:
    """Documents as they came: those of one article are its versions."""
    return chosen.narrow(records.CAPTURES)


@router.get("/captures/{sha256}", response={200: records.CaptureRecord, **PROBLEMS})
def capture(request: HttpRequest, sha256: str) -> records.CaptureRecord:
    """One document, by the SHA-256 of its bytes."""
    return records.capture_record(_found(records.CAPTURES, sha256=sha256), request.build_absolute_uri)


@router.get("/{path:rest}", include_in_schema=False)
def nothing(request: HttpRequest, rest: str) -> NoReturn:
    """Answer what is no address of the API; it has to come last."""
    raise Http404("There is nothing at this address; /api/v1/ tells what there is.")


def _found(rows: QuerySet[Any], **key: object) -> Any:
    """Return the one of `rows` that has this key. Raises Http404 where none has."""
    found = rows.filter(**key).first()
    if not found:
        (value,) = key.values()
        raise Http404(f"There is no {rows.model._meta.verbose_name} “{str(value)[:80]}” in the archive.")
    return found


def _owner(rows: QuerySet[Any], slug: str) -> Model:
    """Return the one of `rows` that has this slug, or had it once. Raises Http404 where none has."""
    field = rows.model._meta.model_name
    address = Address.objects.filter(slug=slug).first()
    return _found(rows, pk=getattr(address, f"{field}_id")) if address else _found(rows, slug=slug)
