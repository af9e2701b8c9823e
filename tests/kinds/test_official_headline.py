"""A priority's headline is its official wording, whole, broken by sense; our short name is a label."""

from campaign.channels.posters.compose import content
from campaign.kinds import kinds
from campaign.read import read_campaign
from campaign.say.wording import Wording
from looking import some
from projects import TOP


def test_the_headline_is_the_official_wording():
    """On paper and on displays: every character of the plan's sentence but its stop, in lines of at most 14."""
    shipped = read_campaign(TOP / "campaign_data")
    priorities = shipped.priorities.priorities
    for priority in some(priorities):
        brief = kinds()["priority"].brief(shipped, priority)
        said = priority.official_title["zh"].rstrip("。")
        assert brief.title["zh"] == said and brief.official.leads
        assert "".join(brief.lines["zh"]) == said and max(map(len, brief.lines["zh"])) <= 14
        assert " ".join(brief.lines["en"]) == priority.official_title["en"].rstrip(".")
        poster = content(shipped, "priority", priority.id, Wording("zh", "en"))
        assert poster.lines == brief.lines["zh"]
        assert poster.kicker[0][0].endswith(priority.name["zh"]) and not poster.body
