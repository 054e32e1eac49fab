"""Take the pictures in the README: ``python -m tests.browser.screenshot docs``."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from .chromium import find_chromium, look, start_chromium, take_picture
from .serving import run, serve

SEARCH = "/search/?q=Turkey&from=2015-10&to=2015-12"
ARTICLE = "/search/?q=Turkey&from=2015-10&to=2015-10"  # its first result


def take_pictures(chrome: Chrome, url: str, folder: Path) -> None:
    """Write ``screenshot.png``, a search, and ``article.png``, an article that it finds."""
    look(chrome)
    chrome.get(url + SEARCH)
    take_picture(chrome, folder / "screenshot.png")
    chrome.get(url + ARTICLE)
    chrome.find_element(By.CSS_SELECTOR, ".rows h3 a").click()
    take_picture(chrome, folder / "article.png")


def main() -> None:
    """Make an archive of the seeds, serve it, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    found = find_chromium()
    if not found:
        sys.exit("Chromium and its driver are not on this machine.")
    with TemporaryDirectory() as folder:
        data = Path(folder)
        run(data, "manage.py", "migrate", "--verbosity=0")
        run(data, "manage.py", "ingest", "seeds")
        with serve(data) as url:
            chrome = start_chromium(*found)
            try:
                take_pictures(chrome, url, options.folder)
            finally:
                chrome.quit()


if __name__ == "__main__":
    main()
