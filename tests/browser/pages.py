"""Every type of page, once: what the quality bars are held against. A new page gets a line here.

The addresses are those of the archive that `tests.browser.fill` makes, whose first article is number 1.
"""

PAGES = {
    "front": "/",
    "search": "/search/?q=treaty&speaker=anna-berg",
    "search-statements": "/search/?q=hurried&type=statements&from=2013&to=2015",
    "search-nothing": "/search/?q=zzzz&page=0&from=x",
    "article": "/articles/1/ruritania-will-not-be-hurried/",
    "beside": "/articles/1/ruritania-will-not-be-hurried/beside/",
    "statement": "/statements/1/",
    "people": "/people/",
    "person": "/people/anna-berg/",
    "organizations": "/organizations/",
    "organization": "/organizations/foreign-ministry-of-graustark/",
    "sources": "/sources/",
    "source": "/sources/strelsau-courier/",
    "events": "/events/",
    "event": "/events/meeting-in-strelsau/",
    "compare": "/compare/?speaker=anna-berg&speaker=carl-zorn&q=hurried",
    "compare-nobody": "/compare/",
    "programs": "/api/v1/",
    "not-found": "/nothing/",
}

# What long and odd content does to them: no title, no date, no statement; one endless word; many statements;
# names that run from right to left; two versions of an article, which no seed has.
ODD_PAGES = {
    "untitled": "/articles/31/",
    "beside-hostile": "/articles/31/untitled/beside/",
    "endless": "/articles/32/",
    "long": "/articles/33/",
    "right-to-left": "/people/right-to-left/",
    "versions": "/articles/30/dispatch-28-from-strelsau/versions/",
}
