"""Every address of the site. Names: one word for a page, e.g. ``article``, ``person``, ``search``."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
