"""Take one picture of every page, as it is with the seed articles: ``make screenshots``."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from .chromium import find_chromium, look, start_chromium, take_picture
from .serving import run, serve

SIZE = 1100, 600  # pixels: as wide as a desk's, and not over 150 kB a picture
# The way to each page of `tests.browser.pages`: an address, and the links to follow from there.
WAYS: dict[str, tuple[str, ...]] = {
    "front": ("/",),
    "search": ("/search/?q=Turkey",),
    "search-statements": ("/search/?q=aircraft&type=statements",),
    "search-nothing": ("/search/?q=reconcilation&from=2019",),
    "article": ("/search/?q=Turkey", ".rows h3 a"),
    "beside": ("/search/?q=Turkey", ".rows h3 a", "a[href$='/beside/']"),
    "statement": ("/search/?q=Turkey&type=statements", ".rows a[href^='/statements/']"),
    "people": ("/people/?sort=statements",),
    "person": ("/people/?sort=statements", "main li a[href^='/people/']"),
    "organizations": ("/organizations/?sort=statements",),
    "organization": ("/organizations/?sort=statements", "main li a[href^='/organizations/']"),
    "sources": ("/sources/",),
    "source": ("/sources/", "main li a[href^='/sources/']"),
    "events": ("/events/",),
    "event": ("/search/?q=Turkey", ".rows h3 a", ".rail a[href^='/events/']"),
    "compare": ("/compare/", ".also a", ".also a"),
    "compare-nobody": ("/compare/",),
    "programs": ("/api/v1/",),
    "not-found": ("/nothing/",),
}


def take_pictures(chrome: Chrome, url: str, folder: Path) -> None:
    """Write a picture of each page to `folder`, as ``<its name>.png``."""
    for name, (address, *links) in WAYS.items():
        chrome.get(url + address)
        for link in links:
            chrome.get(chrome.find_element(By.CSS_SELECTOR, link).get_attribute("href"))
        take_picture(chrome, folder / f"{name}.png", *SIZE)


def main() -> None:
    """Make an archive of the seeds, serve it, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    found = find_chromium()
    if not found:
        sys.exit("Chromium and its driver are not on this machine.")
    options.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        data = Path(folder)
        run(data, "manage.py", "migrate", "--verbosity=0")
        run(data, "manage.py", "ingest", "seeds")
        with serve(data) as url:
            chrome = start_chromium(*found)
            try:
                look(chrome, width=SIZE[0])
                take_pictures(chrome, url, options.folder)
            finally:
                chrome.quit()


if __name__ == "__main__":
    main()
