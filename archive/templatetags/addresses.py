"""Django's ``{% url %}`` for every template, which remembers the addresses of pages without parts.

A page has some twenty of them, and working each out anew takes a tenth of the time of a search.
"""

from django import template
from django.template import Context
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.urls import NoReverseMatch

from archive.models.addressing import address_of

register = template.Library()


class AddressNode(URLNode):
    """An address; one that has parts or a namespace is left to Django."""

    def render(self, context: Context) -> str:
        """Return the address."""
        page = self.view_name.resolve(context)
        if self.args or self.kwargs or ":" in page:
            return super().render(context)
        try:
            address = address_of(page)
        except NoReverseMatch:  # Django knows where that is no mistake
            return super().render(context)
        if not self.asvar:
            return address
        context[self.asvar] = address
        return ""


@register.tag
def url(parser: Parser, token: Token) -> AddressNode:
    """Take what Django takes."""
    node = django_url(parser, token)
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)
