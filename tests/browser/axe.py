"""What axe-core, the engine of most accessibility checkers, says of a page."""

from selenium.webdriver import Chrome
from selenium_axe_python import Axe

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def find_barriers(browser: Chrome) -> list[str]:
    """Return a line for each element of the shown page that WCAG 2.2 AA or good practice would not have."""
    axe = Axe(browser)
    axe.inject()
    found = axe.run(options={"runOnly": STANDARDS, "resultTypes": ["violations"]})["violations"]
    return [f"{rule['help']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]
