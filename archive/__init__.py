"""Chancery: a searchable archive of diplomatic news."""
