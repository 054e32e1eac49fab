"""The search box suggests names as they are typed; without scripts it is a plain box."""

from collections.abc import Callable

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from .axe import find_barriers
from .chromium import PATIENCE, look, turn_page
from .conftest import Site

pytestmark = pytest.mark.browser

ASKED_FOR = (
    "return performance.getEntriesByType('resource').filter((r) => r.name.includes('suggest.json')).length"
)


def box_of(browser: Chrome) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, "input[data-suggest]")


def options(browser: Chrome) -> list[WebElement]:
    return browser.find_elements(By.CSS_SELECTOR, "[role=option]")


def chosen(browser: Chrome) -> str:
    """Return the text of the option that the box points to, or nothing."""
    pointed = box_of(browser).get_attribute("aria-activedescendant")
    if not pointed:
        return ""
    option = browser.find_element(By.ID, pointed)
    assert option.get_attribute("aria-selected") == "true"
    return option.text


def until(browser: Chrome, holds: Callable[[], object]) -> None:
    WebDriverWait(browser, PATIENCE).until(lambda _: holds())


def write(browser: Chrome, text: str) -> WebElement:
    """Write into the search box, and wait for suggestions."""
    box = box_of(browser)
    box.send_keys(text)
    until(browser, lambda: box.get_attribute("aria-expanded") == "true")
    return box


@pytest.fixture(params=["/", "/search/", "/people/"])
def page(request: pytest.FixtureRequest, browser: Chrome, site: Site) -> str:
    """A page with a search box: the front page's, the search's own, the one in the header of all others."""
    browser.get(site.url + request.param)
    return request.param


def test_arrows_and_enter_lead_to_a_suggested_person(browser, site, page):
    box = write(browser, "ann")
    assert [option.text for option in options(browser)] == ["Anna Berg\nperson\nForeign Minister, Germany"]
    assert chosen(browser) == ""
    box.send_keys(Keys.ARROW_DOWN)
    assert "Anna Berg" in chosen(browser)
    assert browser.switch_to.active_element == box
    with turn_page(browser):
        box.send_keys(Keys.ENTER)
    assert browser.current_url == f"{site.url}/people/anna-berg/"
    assert browser.get_log("browser") == []


def test_the_arrows_go_round_by_way_of_what_was_written(browser, site):
    browser.get(site.url)
    box = write(browser, "me")
    names = []
    for key in (Keys.ARROW_UP, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP):
        box.send_keys(key)
        names.append(chosen(browser))
    assert names[0] and names[1] == "" and names[2] and names[3] == ""
    assert box.get_attribute("value") == "me"


def test_enter_searches_for_what_was_written_where_nothing_is_chosen(browser, site):
    browser.get(site.url)
    box = write(browser, "ann")
    with turn_page(browser):
        box.send_keys(Keys.ENTER)
    assert browser.current_url == f"{site.url}/search/?q=ann"


def test_escape_closes_the_list_and_keeps_the_words(browser, site):
    browser.get(site.url)
    box = write(browser, "ann")
    box.send_keys(Keys.ARROW_DOWN, Keys.ESCAPE)
    assert box.get_attribute("aria-expanded") == "false" and options(browser) == []
    assert chosen(browser) == "" and box.get_attribute("value") == "ann"


def test_leaving_the_box_closes_the_list(browser, site):
    browser.get(site.url)
    box = write(browser, "ann")
    box.send_keys(Keys.TAB)
    assert box.get_attribute("aria-expanded") == "false" and options(browser) == []


def test_a_touch_leads_to_what_is_touched(browser, site):
    look(browser, width=390)
    browser.get(f"{site.url}/people/")
    write(browser, "treat")
    (option,) = options(browser)
    assert option.rect["x"] >= 0 and option.rect["x"] + option.rect["width"] <= 390
    with turn_page(browser):
        option.click()
    assert browser.current_url == f"{site.url}/search/?topic=treaties"


def test_a_box_for_a_name_is_filled_by_the_one_that_is_chosen(browser, site):
    browser.get(f"{site.url}/compare/")
    names = browser.find_elements(By.CSS_SELECTOR, "input[data-fill]")
    for box, beginning in zip(names, ("ann", "zor"), strict=False):
        box.send_keys(beginning)
        until(browser, lambda box=box: box.get_attribute("aria-expanded") == "true")
        box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    assert [box.get_attribute("value") for box in names[:2]] == ["Anna Berg", "Carl Zorn"]
    assert options(browser) == [] and browser.current_url == f"{site.url}/compare/"
    with turn_page(browser):
        names[1].send_keys(Keys.ENTER)
    assert "speaker=anna-berg&speaker=carl-zorn" in browser.current_url


def test_fast_writing_asks_once(browser, site):
    browser.get(site.url)
    browser.execute_script("performance.clearResourceTimings()")
    write(browser, "anna berg")
    assert browser.execute_script(ASKED_FOR) == 1


def test_what_means_nobody_opens_nothing(browser, site):
    browser.get(site.url)
    box = write(browser, "ann")
    box.send_keys("x")
    until(browser, lambda: box.get_attribute("aria-expanded") == "false")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_an_open_list_has_no_barrier(browser, site, width, dark):
    look(browser, width=width, dark=dark)
    browser.get(f"{site.url}/people/")
    write(browser, "ber").send_keys(Keys.ARROW_DOWN)
    assert find_barriers(browser) == []


def test_an_open_list_moves_nothing(browser, site):
    browser.get(site.url)
    below = browser.find_element(By.ID, "newest")
    place = below.rect
    write(browser, "ann")
    assert below.rect == place


def test_without_scripts_it_is_a_plain_box(browser, site):
    look(browser, scripts=False)
    browser.get(site.url)
    box = box_of(browser)
    assert box.get_attribute("role") is None
    with turn_page(browser):
        box.send_keys("hurried", Keys.ENTER)
    assert browser.current_url == f"{site.url}/search/?q=hurried"
