"""The bars that every page is held to, in a real browser."""

import pytest
from selenium.webdriver import Chrome

from .axe import find_barriers
from .chromium import look, look_at_print, print_page
from .conftest import Site
from .pages import ODD_PAGES, PAGES

pytestmark = pytest.mark.browser

EVERY_PAGE = PAGES | ODD_PAGES
MOST_BYTES = 60_000  # of a page with its style, scripts, pictures and fonts, as they are sent
NARROWEST = 320  # what 1280 pixels are at a zoom of 400 %, and 640 at 200 % (WCAG 2.2, 1.4.10)

BYTES_SENT = """
const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
return loaded.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
"""
SHIFTS = """
const answer = arguments[arguments.length - 1];
const observer = new PerformanceObserver(() => {});
observer.observe({ type: "layout-shift", buffered: true });
const told = () => answer(observer.takeRecords().reduce((sum, shift) => sum + shift.value, 0));
requestAnimationFrame(() => requestAnimationFrame(told));
"""
# What a page says, but for what a script alone can do: to copy, and to announce what is already there.
SAID = """
for (const part of document.querySelectorAll("main [data-copy], main .unseen[role=status]")) part.remove();
return document.querySelector("main").innerText;
"""
ONLY_FOR_A_SCREEN = """
return [...document.querySelectorAll("nav, form, footer, button")]
  .filter((part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((part) => part.outerHTML.slice(0, 200));
"""
TOO_WIDE = """
const page = document.documentElement;
if (page.scrollWidth <= page.clientWidth) return null;
const wide = [...document.querySelectorAll("body *")].filter(
  (part) => part.getBoundingClientRect().right > innerWidth + 1);
return wide.pop()?.outerHTML.slice(0, 200) ?? "something";
"""


@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_a_barrier(browser: Chrome, site: Site, page: str) -> None:
    look(browser, width=1280)
    browser.get(site.url + PAGES[page])
    assert find_barriers(browser) == []


@pytest.mark.parametrize(
    "page", sorted(EVERY_PAGE.keys() - {"long"})
)  # which has nothing but more of the same
def test_no_page_has_a_barrier_on_a_phone_in_the_dark(browser: Chrome, site: Site, page: str) -> None:
    look(browser, width=390, dark=True)
    browser.get(site.url + EVERY_PAGE[page])
    assert find_barriers(browser) == []


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_no_page_is_wider_than_a_narrow_or_much_enlarged_window(
    browser: Chrome, site: Site, page: str
) -> None:
    look(browser, width=NARROWEST)
    browser.get(site.url + EVERY_PAGE[page])
    assert browser.execute_script(TOO_WIDE) is None


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_no_page_is_wider_than_a_phone_whose_letters_are_twice_as_large(
    browser: Chrome, site: Site, page: str
) -> None:
    look(browser, width=390)
    browser.get(site.url + EVERY_PAGE[page])
    browser.execute_script("document.documentElement.style.fontSize = '200%'")
    assert browser.execute_script(TOO_WIDE) is None


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_light_steady_and_without_complaint(browser: Chrome, site: Site, page: str) -> None:
    """No more bytes than the bar, no shift of what stands there, nothing in the console.

    What the Content-Security-Policy forbids would be in the console.
    """
    browser.get(site.url + PAGES[page])
    assert browser.execute_script(BYTES_SENT) < MOST_BYTES
    assert browser.execute_async_script(SHIFTS) < 0.001
    complaints = [line["message"] for line in browser.get_log("browser")]
    assert complaints == ([] if page != "not-found" else complaints[:1])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_the_same_without_scripts(browser: Chrome, site: Site, page: str) -> None:
    texts = []
    for scripts in (True, False):
        look(browser, scripts=scripts)
        browser.get(site.url + PAGES[page])
        look(browser)
        texts.append(browser.execute_script(SAID))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_prints_without_what_only_a_screen_needs(browser: Chrome, site: Site, page: str) -> None:
    look_at_print(browser)
    browser.get(site.url + PAGES[page])
    assert browser.execute_script(ONLY_FOR_A_SCREEN) == []
    assert print_page(browser).startswith(b"%PDF")
