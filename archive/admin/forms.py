"""Form fields and checks that several models share."""

from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from archive.models import Address

CHANGED = (
    "This was changed, by another editor or a new extraction, while you had it open, and is not saved. "
    "Open it anew in another window, and enter there what you want to keep of the below."
)


class SeenField(forms.CharField):
    """The mark of what a form has shown; an editor never changes it."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return False."""
        return False


class SeenForm(forms.ModelForm):
    """A form that writes over nothing that it has not shown: its row may have changed since it was opened."""

    seen = SeenField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = _mark(self.initial)

    def clean(self) -> dict[str, Any]:
        """Refuse what was entered over another state of the row than it is in now."""
        cleaned = super().clean()
        seen = cleaned.pop("seen", "")
        if self.instance.pk and seen and seen != self.initial["seen"]:
            raise ValidationError(CHANGED)
        return cleaned


def _mark(values: dict[str, Any]) -> str:
    """Return a short mark that is the same for the same values."""
    plain = {name: _plain(value) for name, value in values.items()}
    return sha256(repr(sorted(plain.items())).encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    """Return the keys of rows, in one order, and any other value as it is."""
    if isinstance(value, list):
        return sorted((one.pk if isinstance(one, Model) else one for one in value), key=repr)
    return value


class SlugForm(SeenForm):
    """A form whose slug must be nobody else's, now or formerly."""

    def clean_slug(self) -> str:
        """Return the slug, if it is free or was this row's own."""
        slug = self.cleaned_data["slug"]
        address = Address.objects.filter(slug=slug).first()
        if address and address.owner != self.instance:
            raise ValidationError(f"This address is or was that of {address.owner}.")
        return slug


class CountryForm(SlugForm):
    """A form with a country code, written large."""

    def clean_country(self) -> str:
        """Return the code in capital letters; refuse what is no code."""
        country = self.cleaned_data["country"].upper()
        if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
            raise ValidationError("A country is two letters, like RU.")
        return country
