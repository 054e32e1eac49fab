"""Whom an address means, or once meant."""

from django.db.models import Model
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import get_object_or_404, redirect

from archive.models import Address


def owner_of(slug: str, model: type[Model]) -> Model:
    """Return the row of `model` that has this slug, or whatever had it once (its own slug is another then).

    Raises Http404 where nothing ever had it.
    """
    return model.objects.filter(slug=slug).first() or get_object_or_404(Address, slug=slug).owner


def moved_to(row: Model) -> HttpResponseRedirectBase:
    """Return the way to where `row` lives now. Browsers ask again each time: an editor may move it back."""
    response = redirect(row, permanent=True)
    response["Cache-Control"] = "no-cache"
    return response
