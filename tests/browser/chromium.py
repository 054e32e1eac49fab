"""A headless Chromium, and how to look through it: at a width, in the dark, without scripts."""

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import WebDriverWait

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
HEIGHT = 900
PATIENCE = 20  # seconds for a page to answer


def find_chromium() -> tuple[str, str] | None:
    """Return the paths of a Chromium and its driver; None where this machine has not got both."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


def start_chromium(browser: str, driver: str) -> Chrome:
    """Return a running browser; the caller quits it."""
    options = ChromeOptions()
    options.binary_location = browser
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return Chrome(options=options, service=Service(driver))


def look(chrome: Chrome, width: int = 1280, dark: bool = False, scripts: bool = True) -> None:
    """Make `chrome` show pages at `width` pixels, in the dark or not, with or without scripts."""
    metrics = {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": width < 600}
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [scheme]})
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})


def look_at_print(chrome: Chrome) -> None:
    """Make `chrome` show pages as they are printed."""
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})


def print_page(chrome: Chrome) -> bytes:
    """Return what `chrome` shows as PDF."""
    return base64.b64decode(chrome.execute_cdp_cmd("Page.printToPDF", {})["data"])


@contextmanager
def turn_page(chrome: Chrome) -> Iterator[None]:
    """Do what leads to another page, and wait for that page: a driver returns from a key before it comes."""
    page = chrome.find_element(By.TAG_NAME, "html")
    yield
    # Asked while one document gives way to the next, the driver knows of no node: it is asked again.
    WebDriverWait(chrome, PATIENCE, ignored_exceptions=[WebDriverException]).until(staleness_of(page))


def take_picture(chrome: Chrome, path: Path, width: int = 1280, height: int = 800) -> None:
    """Write the top of what `chrome` shows to `path`, as PNG."""
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
    picture = chrome.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "clip": clip})
    path.write_bytes(base64.b64decode(picture["data"]))
