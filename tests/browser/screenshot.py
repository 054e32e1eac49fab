"""Take the picture in the README: ``python -m tests.browser.screenshot docs/screenshot.png``."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .chromium import find_chromium, look, start_chromium, take_picture
from .serving import run, serve

PAGE = "/search/?q=Turkey&from=2015-10&to=2015-12"


def main() -> None:
    """Make an archive of the seeds, serve it, and take the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("picture", type=Path)
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
                look(chrome)
                chrome.get(url + PAGE)
                take_picture(chrome, options.picture)
            finally:
                chrome.quit()


if __name__ == "__main__":
    main()
