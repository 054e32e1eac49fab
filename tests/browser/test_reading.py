"""What a reader does, in a real browser."""

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from .chromium import look, turn_page
from .conftest import Site
from .reading import follow, search_for, send, shown

pytestmark = pytest.mark.browser


def read_the_archive(browser: Chrome, site: Site) -> None:
    """Search, pick a speaker, narrow the date, open an article, follow the speaker, go back."""
    browser.get(site.url)
    search_for(browser, "treaty")
    assert "32 articles for" in shown(browser)
    follow(browser, "Carl Zorn", ".filters")
    assert "19 articles for" in shown(browser)
    assert "speaker=carl-zorn" in browser.current_url
    with turn_page(browser):
        browser.find_element(By.CSS_SELECTOR, ".bars a[href*='from=2014']").click()
    assert "from=2014&to=2014" in browser.current_url
    narrowed = browser.current_url
    follow(browser, "from Strelsau", ".rows h3")
    assert "“We will not be hurried,”" in shown(browser)
    follow(browser, "Carl Zorn", ".notes")
    assert browser.current_url == f"{site.url}/people/carl-zorn/"
    assert "19 statements" in shown(browser)
    for _ in range(2):
        with turn_page(browser):
            browser.back()
    assert browser.current_url == narrowed
    follow(browser, "Speaker: Carl Zorn", ".chips")
    assert "carl-zorn" not in browser.current_url


def test_a_reader_searches_narrows_reads_follows_and_goes_back(browser, site):
    read_the_archive(browser, site)
    assert browser.get_log("browser") == []


def test_all_of_it_works_without_scripts(browser, site):
    look(browser, scripts=False)
    read_the_archive(browser, site)


def test_dates_can_be_written(browser, site):
    browser.get(f"{site.url}/search/?q=treaty")
    browser.find_element(By.ID, "from").send_keys("2014-02")
    send(browser, browser.find_element(By.ID, "to"), "2014")
    assert "from=2014-02&to=2014" in browser.current_url
    assert "from February 2014 to 2014" in shown(browser)


def test_a_number_in_the_text_leads_to_the_statement_and_back_to_its_place(browser, site):
    browser.get(site.article)
    with turn_page(browser):
        browser.find_element(By.CSS_SELECTOR, "sup a[aria-label^=Statement]").click()
    assert "In its context" in shown(browser)
    follow(browser, "Read it in the article")
    assert browser.current_url.endswith("#s1")


def test_pointing_at_a_note_lights_up_what_was_said(browser, site):
    browser.get(site.article)
    browser.execute_script("document.querySelector('[data-note] a').focus()")
    assert browser.find_elements(By.CSS_SELECTOR, ".said.lit")


def test_a_citation_can_be_copied_or_is_selected_at_least(browser, site):
    browser.get(site.article)
    button = browser.find_element(By.CSS_SELECTOR, "[data-copy]")
    button.click()
    WebDriverWait(browser, 5).until(lambda _: button.text in {"Copied", "Selected"})


def test_a_hostile_capture_is_read_as_text_and_never_runs(browser, site):
    browser.get(site.capture)
    assert browser.title != "It ran"
    assert (
        "<script>document.title = 'It ran'</script><b>Bold</b>"
        in browser.find_element(By.TAG_NAME, "body").text
    )


def test_a_slash_goes_to_the_search_box(browser, site):
    browser.get(f"{site.url}/people/")
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    assert browser.switch_to.active_element.get_attribute("type") == "search"
