"""Form fields and checks that several models share."""

from django import forms
from django.core.exceptions import ValidationError

from archive.models import Address


class SlugForm(forms.ModelForm):
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
