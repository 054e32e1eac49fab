"""Fill a new archive for the browser, and print where to look: ``python -m tests.browser.fill``."""

import json
import os

import django

STATEMENTS = 300
REACTIONS = 3, 4, 7  # dispatches that tell of the event
LONG_BODY = "\n\n".join(
    f"He said that is remark {number} of the day." + " And so on." * 40 for number in range(STATEMENTS)
)


def fill() -> dict[str, str]:
    """Make 33 articles of four years, two sources and three speakers; return the addresses of three pages."""
    from django.urls import reverse

    from archive.models import Event, EventMention
    from archive.search.queue import drain, drained_later
    from tests.views.rows import (
        keep_capture,
        make_article,
        make_full_article,
        make_person,
        make_source,
        name,
        say,
    )

    with drained_later():
        article, meeting = make_full_article(), Event.objects.get()
        sources = make_source(), make_source("Graustark Times", "graustark-times")
        berg, zorn = make_person(), make_person("Carl Zorn", "carl-zorn")
        for number in range(29):
            day = f"{2013 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}"
            other = make_article(
                title=f"Dispatch {number} from Strelsau", published=day, source=sources[number % 2]
            )
            said = say(other, "We will not be hurried,", person=zorn if number % 3 else berg)
            if number in REACTIONS:
                said.events.add(meeting)
                EventMention.objects.create(article=other, event=meeting, start=0, end=10)
            name(other, "Anna Berg", person=berg)
        keep_capture(other, f"Dispatch 28 from Strelsau\n\n{other.body} The rest is silence.".encode())
        untitled = make_article(title="", published=None, precision="unknown")
        capture = keep_capture(untitled, b"<html><script>document.title = 'It ran'</script><b>Bold</b>")
        make_article(title="Unbreakable" * 40, published="2016-01-01")
        long = make_article(title="Minutes of a long meeting", published="2016-01-02", body=LONG_BODY)
        farid = make_person("\u0641\u0631\u064a\u062f \u0627\u0644\u0632\u0646\u062f\u064a", "right-to-left")
        for number in range(STATEMENTS):
            say(long, f"that is remark {number}", person=farid, kind="indirect")
    drain()
    return {
        "article": article.get_absolute_url(),
        "statement": article.statements.first().get_absolute_url(),
        "capture": reverse("capture", args=[capture.sha256]),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    print(json.dumps(fill()))
