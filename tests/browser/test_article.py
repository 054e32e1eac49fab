"""What lights up in the text of an article, in a real browser."""

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from .chromium import PATIENCE, look
from .conftest import Site

pytestmark = pytest.mark.browser

# The texts of the elements that are shown in the colour of a mark.
MARKED = """
const mark = document.body.appendChild(document.createElement("mark"));
const colour = getComputedStyle(mark).backgroundColor;
mark.remove();
const isMarked = ({ backgroundColor, boxShadow }) => backgroundColor === colour || boxShadow.includes(colour);
return [...document.querySelectorAll(arguments[0])]
  .filter((one) => isMarked(getComputedStyle(one)))
  .map((one) => one.textContent);
"""


def marked(browser: Chrome, selector: str, expected: list[str]) -> bool:
    """Wait until just the `expected` texts among what `selector` finds are marked."""
    return WebDriverWait(browser, PATIENCE).until(
        lambda chrome: chrome.execute_script(MARKED, selector) == expected, f"{selector}: not {expected}"
    )


def test_a_link_to_a_statement_lights_up_all_its_parts(browser: Chrome, site: Site) -> None:
    browser.get(f"{site.article}#s1")
    assert marked(browser, ".said", ["We will not be hurried,", "by anyone."])
    browser.get(f"{site.article}#s2")
    assert marked(browser, ".said", ["the treaty of Zenda stays in force"])


def test_without_scripts_it_lights_up_the_first_part(browser: Chrome, site: Site) -> None:
    look(browser, scripts=False)
    browser.get(f"{site.article}#s1")
    look(browser)
    assert marked(browser, ".said", ["We will not be hurried,"])


def test_the_words_that_a_date_rests_on_are_lit_up_while_its_reasons_are_shown(
    browser: Chrome, site: Site
) -> None:
    browser.get(site.article)
    assert marked(browser, ".proof", [])
    browser.find_element(By.CSS_SELECTOR, ".published summary").click()
    assert marked(browser, ".proof", ["on 3 March 2014"])
    browser.find_element(By.CSS_SELECTOR, ".evidence a").click()
    assert browser.current_url.endswith("#e1")
    assert browser.get_log("browser") == []
