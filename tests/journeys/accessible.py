"""Every page a journey visits is checked by axe: WCAG 2.2 level AA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def assert_accessible(page: Page) -> None:
    """No violation on the page as it stands."""
    found = Axe().run(page, options=RULES).response["violations"]
    told = [f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]
    assert told == [], f"{page.url}\n" + "\n".join(told)
