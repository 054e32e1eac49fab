"""Five readers, each on the way to what they came for."""

import csv
import io
from urllib.request import urlopen

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from .chromium import PATIENCE, look, turn_page
from .conftest import Site
from .reading import follow, search_for, send, shown

pytestmark = pytest.mark.browser

IN_SIGHT = """
const box = arguments[0].getBoundingClientRect();
return box.top >= 0 && box.bottom <= innerHeight;
"""


def fetch(browser: Chrome, words: str) -> str:
    """Return what the link with these words gives to a program."""
    link = browser.find_element(By.PARTIAL_LINK_TEXT, words)
    with urlopen(link.get_attribute("href")) as answer:  # noqa: S310
        return answer.read().decode()


def test_a_journalist_checks_a_quotation(browser: Chrome, site: Site) -> None:
    """From remembered words to the statement, to where it stands, to the page as it came, to a citation."""
    browser.get(site.url)
    search_for(browser, '"the treaty of Zenda stays in force"')
    follow(browser, "Statements", ".tabs")
    assert "1 statement for" in shown(browser)
    assert {"treaty", "Zenda"} <= {mark.text for mark in browser.find_elements(By.TAG_NAME, "mark")}
    follow(browser, "Zenda stays in force", ".rows")
    assert "Anna Berg" in browser.find_element(By.TAG_NAME, "h1").text
    assert "4 March 2014" in shown(browser)
    follow(browser, "Read it in the article")
    marked = browser.find_element(By.CSS_SELECTOR, ".said[data-said~='2']")
    assert browser.current_url.endswith("#s2") and marked.text == "the treaty of Zenda stays in force"
    assert browser.execute_script(IN_SIGHT, marked)
    assert "She added that the treaty of Zenda stays in force." in fetch(browser, "as it came")
    with turn_page(browser):
        browser.back()

    cited = browser.find_element(By.ID, "citation").text
    assert cited.startswith(
        "Anna Berg, reported in “Ruritania will not be hurried”, Strelsau Courier, 4 March 2014."
    )
    assert browser.current_url in cited
    assert "note = {Anna Berg: the treaty of Zenda stays in force}" in fetch(browser, "BibTeX")


def test_a_researcher_exports_a_speakers_year(browser: Chrome, site: Site) -> None:
    """From a name and a year to a table of every statement, as many as the page says."""
    browser.get(f"{site.url}/people/carl-zorn/")
    follow(browser, "Search these statements")
    browser.find_element(By.ID, "from").send_keys("2014")
    send(browser, browser.find_element(By.ID, "to"), "2014")
    total = int(browser.find_element(By.ID, "total").text.split()[0])
    assert total == 10
    rows = list(csv.DictReader(io.StringIO(fetch(browser, "a table (CSV"))))
    assert len(rows) == total
    assert {(row["speaker"], row["published"][:4]) for row in rows} == {("Carl Zorn", "2014")}
    assert {row["text"] for row in rows} == {"We will not be hurried,"}


def test_a_student_follows_an_event(browser: Chrome, site: Site) -> None:
    """From the list of events to one, to what was said of it, to who said it, beside what another said."""
    browser.get(f"{site.url}/events/")
    follow(browser, "Meeting in Strelsau")
    assert "Monday 3 March 2014 · Strelsau" in shown(browser)
    reactions = browser.find_element(By.CSS_SELECTOR, "section[aria-labelledby=said]").text
    assert "Anna Berg" in reactions and "Carl Zorn" in reactions
    follow(browser, "Carl Zorn", "section[aria-labelledby=said]")
    assert browser.find_element(By.TAG_NAME, "h1").text == "Carl Zorn"
    follow(browser, "Compare")
    follow(browser, "Anna Berg", ".also")
    columns = [column.text.splitlines()[0] for column in browser.find_elements(By.CSS_SELECTOR, "thead th")]
    assert columns == ["Carl Zorn", "Anna Berg"]
    said = browser.find_element(By.CSS_SELECTOR, ".sides td.lane-1 .quotation").text
    assert "We will not be hurried," in said


def test_a_reader_on_a_phone_finds_narrows_and_reads(browser: Chrome, site: Site) -> None:
    """The filters are folded until they are wanted; nothing is wider than the hand."""
    look(browser, width=390)
    browser.get(site.url)
    search_for(browser, "treaty")
    filters = browser.find_element(By.CLASS_NAME, "filters")
    assert not filters.is_displayed()
    browser.find_element(By.CLASS_NAME, "fold-label").click()
    assert filters.is_displayed()
    follow(browser, "Graustark Times", ".filters")
    assert not browser.find_element(By.CLASS_NAME, "filters").is_displayed()
    assert "Filters (1)" in shown(browser)
    follow(browser, "from Strelsau", ".rows h3")
    text = browser.find_element(By.CSS_SELECTOR, ".paragraph p")
    assert float(text.value_of_css_property("font-size").removesuffix("px")) >= 16
    assert text.size["width"] > 320 and text.rect["x"] + text.size["width"] <= 390
    notes = browser.find_element(By.CSS_SELECTOR, ".notes")
    assert notes.rect["y"] > browser.find_element(By.CSS_SELECTOR, ".paragraph:has(.notes) p").rect["y"]


def outline(browser: Chrome) -> list[tuple[str, str]]:
    """Return role and name of what a screen reader is told of the page, in order."""
    tree = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    told = [node for node in tree if not node["ignored"]]
    return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in told]


def tab(browser: Chrome) -> WebElement:
    """Press the tab key, and return what has the focus then."""
    browser.switch_to.active_element.send_keys(Keys.TAB)
    return browser.switch_to.active_element


def test_a_reader_with_a_keyboard_and_a_screen_reader_is_told_where_they_are(
    browser: Chrome, site: Site
) -> None:
    """The first key skips to the content; landmarks, headings and titles tell the rest."""
    browser.get(site.url)
    skip = tab(browser)
    assert skip.text == "Skip to the content" and skip.is_displayed()
    skip.send_keys(Keys.ENTER)
    send(browser, tab(browser), "hurried")
    assert browser.title == "32 articles for hurried · Chancery"
    announced = browser.find_element(By.CSS_SELECTOR, "[role=status]")
    WebDriverWait(browser, PATIENCE).until(lambda _: announced.text == "32 articles for hurried")
    told = outline(browser)
    landmarks = [role for role, _ in told if role in {"banner", "main", "contentinfo"}]
    assert landmarks == ["banner", "main", "contentinfo"]
    assert ("navigation", "Archive") in told and ("navigation", "What to search") in told
    assert ("complementary", "Filters") in told
    assert any(role == "region" and name.startswith("32 articles for") for role, name in told)

    link = browser.find_element(By.CSS_SELECTOR, ".rows h3 a")
    with turn_page(browser):
        link.send_keys(Keys.ENTER)
    told = outline(browser)
    assert [name for role, name in told if role == "heading"][0] == browser.find_element(
        By.TAG_NAME, "h1"
    ).text
    assert any(role == "link" and name.startswith("Statement 1: ") for role, name in told)
    assert ("list", "In the margin") in told and ("complementary", "In this article") in told


def test_a_mistake_in_the_address_is_announced(browser: Chrome, site: Site) -> None:
    browser.get(f"{site.url}/search/?q=treaty&from=March")
    assert "status" in [role for role, _ in outline(browser)]
    assert "There is no date “March”" in browser.find_element(By.CSS_SELECTOR, ".notice[role=status]").text
