"""The API keeps what its description promises, whatever it is asked."""

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings

from archive.wsgi import application
from tests.views.rows import make_full_article

GUIDE = Path(__file__).parent.parent.parent / "docs" / "api.md"
EXAMPLES = 8  # requests of each kind that each address is asked
described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.fixture
def archive(db) -> None:
    """One article with everything that a record can hold."""
    make_full_article()


@described.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(archive, case):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


def test_the_guide_names_every_address_and_parameter():
    guide = GUIDE.read_text(encoding="utf-8")
    for address, operations in described.raw_schema["paths"].items():
        assert f"`{address.replace('{', '<').replace('}', '>')}`" in guide
        for parameter in operations["get"].get("parameters", []):
            assert f"`{parameter['name']}`" in guide or parameter["in"] == "path", (address, parameter)


def test_the_page_for_people_names_every_address_and_parameter(client):
    html = client.get("/api/v1/").content.decode()
    for address, operations in described.raw_schema["paths"].items():
        assert address.replace("{", "&lt;").replace("}", "&gt;") in html
        for parameter in operations["get"].get("parameters", []):
            assert f"<code>{parameter['name']}</code>" in html or parameter["in"] == "path", parameter
