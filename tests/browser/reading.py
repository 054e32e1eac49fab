"""What a reader does with a page."""

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from .chromium import turn_page


def follow(browser: Chrome, words: str, within: str = "main") -> None:
    """Follow the first link with these words."""
    links = browser.find_elements(By.CSS_SELECTOR, f"{within} a")
    link = next(link for link in links if words in link.text)
    with turn_page(browser):
        link.click()


def shown(browser: Chrome) -> str:
    """Return the text of the page."""
    return browser.find_element(By.TAG_NAME, "main").text


def send(browser: Chrome, box: WebElement, words: str) -> None:
    """Write words into a box and send its form."""
    with turn_page(browser):
        box.send_keys(words, Keys.ENTER)


def search_for(browser: Chrome, words: str) -> None:
    """Write words into the search box and send it."""
    send(browser, browser.find_element(By.CSS_SELECTOR, "main input[type=search]"), words)
