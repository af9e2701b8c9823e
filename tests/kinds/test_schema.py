"""The schemas editors use are those of the model."""

import json
from pathlib import Path

from campaign.kinds.schema import schemas
from looking import some

FOLDER = Path(__file__).parents[2] / "campaign_data" / "schema"


def test_the_schemas_on_disk_are_fresh():
    """`make schema` would change nothing, and no file is left from a former model."""
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}

    assert on_disk == dict(schemas())


def test_every_schema_refuses_unknown_keys_at_the_top():
    """A misspelt key is underlined while it is typed."""
    for name, text in some(schemas().items()):
        assert json.loads(text)["additionalProperties"] is False, name


def test_every_staff_file_names_its_schema():
    """Each file of campaign_data/ begins with the line that names its schema, and is commented in Chinese."""
    files = [*FOLDER.parent.glob("*.yml"), *FOLDER.parent.glob("outreach/*.yml")]

    assert len(files) >= 12
    for path in files:
        first, *rest = path.read_text(encoding="utf-8").splitlines()
        prefix = "# yaml-language-server: $schema="
        assert first.startswith(prefix), path
        assert (path.parent / first.removeprefix(prefix)).resolve().parent == FOLDER.resolve(), path
        assert any(line.startswith("#") and any("一" <= c <= "鿿" for c in line) for line in rest[:3]), path
