"""What is said of lists that can't be read."""

import shutil

import pytest

from campaign.cli import main
from projects import GOOD


@pytest.mark.parametrize("name", ["登记.xls", "登记.ET", "list.ods"])
def test_a_workbook_of_another_format_is_to_be_saved_anew(tmp_path, capsys, name):
    """Not taken for the name of a sheet that no release made."""
    data = shutil.copytree(GOOD / "small", tmp_path / "campaign_data")

    assert main(["printed", name, "--data", str(data)]) == 1
    told = capsys.readouterr().err
    assert name in told and "另存为 xlsx 或 CSV" in told and "没有发布过" not in told
