"""Where Haystack looks for what is indexed; it is in `archive.search.documents`."""

from archive.search.documents import ArticleDocument, StatementDocument

__all__ = ["ArticleDocument", "StatementDocument"]
