"""The look as numbers: contrast of every pair of colours, one stroke for all pictograms, the whorl's geometry."""

import math
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from campaign.channels.site import assets, tokens_css
from campaign.read import read_campaign
from campaign.workshop.art import pictograms, whorl
from campaign.workshop.art.tokens import TEXT_CONTRAST, contrast, ground, on, read_tokens, readable, tokens

TOP = Path(__file__).parents[3]
CSS = (TOP / "hooks" / "theme" / "assets" / "campaign.css").read_text("utf-8")


@pytest.fixture(scope="module")
def campaign():
    """The shipped campaign."""
    return read_campaign(TOP / "campaign_data")


def test_contrast_is_measured_as_wcag_does():
    """Black on white is 21, a colour on itself 1, and a known grey is where the standard puts it."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#B3261E", "#B3261E") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("pair", tokens().pairs, ids=lambda pair: f"{pair.text} on {pair.ground}")
def test_every_pair_of_colours_reads_well(pair):
    """Each text colour on each ground it stands on reaches what the tokens promise, AA at least."""
    light, dark = tokens().colours, {**tokens().colours, **tokens().dark}

    assert pair.least >= TEXT_CONTRAST
    for scheme, colours in (("light", light), ("dark", dark)):
        assert contrast(colours[pair.text], colours[pair.ground]) >= pair.least, scheme


def test_every_rule_with_text_and_ground_uses_a_proved_pair():
    """Where a style rule sets both colours, the pair is one of those tested."""
    proved = {(pair.text, pair.ground) for pair in tokens().pairs}
    seen = 0
    for rule in re.findall(r"\{([^{}]*)\}", CSS):
        text = re.search(r"(?:^|;)color:var\(--([a-z-]+)\)", rule)
        ground = re.search(r"(?:^|;)background:(?:[^;]*\) )?(?:[^;]*no-repeat )?var\(--([a-z-]+)\)", rule)
        names = set(tokens().colours)
        if text and ground and text[1] in names and ground[1] in names:
            seen += 1
            assert (text[1], ground[1]) in proved, rule
    assert seen > 10


def test_staff_colours_are_made_to_read(campaign):
    """Whatever tint an office chooses, what is written on it and in it passes AA."""
    zones = campaign.exhibition.zones
    for tint in [
        *(kind.tint for kind in campaign.six_entries.place_kinds),
        *(z.tint for z in zones),
        "#FFFF00",
        "#808080",
    ]:
        assert contrast(on(ground(tint)), ground(tint)) >= TEXT_CONTRAST
        assert contrast(readable(tint, "#FBF7F0"), "#FBF7F0") >= TEXT_CONTRAST
        night, ink = tokens().dark["paper"], tokens().dark["ink"]
        assert contrast(readable(tint, night, towards=ink), night) >= TEXT_CONTRAST


def test_dark_is_for_screens_alone(campaign):
    """The dark colours stand inside @media screen, so paper stays white; a reader's choice of light holds."""
    css = tokens_css(campaign)
    blocks = [line for line in css.splitlines() if tokens().dark["paper"] in line]

    assert len(blocks) == 2
    assert all(line.startswith("@media screen") for line in blocks)
    assert ":root:not([data-scheme=light])" in blocks[0]
    assert ":root[data-scheme=dark]" in blocks[1]


def test_a_dark_colour_must_darken_something():
    """A dark colour whose name no light one has is a mistake of ours."""
    with pytest.raises(ValueError, match="nowhere"):
        read_tokens(
            '[colour]\nink="#000000"\n[dark]\nnowhere="#000000"\n[type]\n[stroke]\n[[pair]]\ntext="ink"\nground="ink"\nleast=1\n'
        )


def test_the_style_sheet_uses_no_colour_of_its_own():
    """Colours come from the tokens; only shades of black and white for shadows and print stand in the style sheet."""
    found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", CSS))
    assert found <= {"#000", "#fff", "#ffffff1f"}
    names = set(re.findall(r"var\(--([a-z-]+)", CSS))
    assert names & set(tokens().colours)


def test_nothing_in_the_style_sheets_is_fetched_from_elsewhere(campaign):
    """Every url() is a file beside the style sheet or data."""
    targets = re.findall(r"url\(\"?([^\")]+)", CSS + tokens_css(campaign))
    made = {artifact.path.removeprefix("assets/") for artifact in assets(campaign)}
    assert targets
    assert all(target.startswith("data:image/svg+xml,") or target in made for target in targets)


@pytest.mark.parametrize("name", pictograms.NAMES)
def test_pictograms_stay_in_their_field(name):
    """Absolute and first points lie inside the field with half a stroke to spare; the drawing is well-formed."""
    moves = re.findall(r"M(-?[\d.]+)[ ,](-?[\d.]+)", pictograms.path(name))
    assert moves
    assert all(
        pictograms.STROKE / 2 <= float(n) <= pictograms.FIELD - pictograms.STROKE / 2 for xy in moves for n in xy
    )
    ElementTree.fromstring(pictograms.svg(name))


def test_an_unknown_pictogram_is_the_neutral_one(campaign):
    """A name nobody drew shows the neutral sign, in the file and in the style sheet."""
    assert pictograms.path("no-such-thing") == pictograms.path(pictograms.NEUTRAL)
    assert '.p{--mask:url("data:' in tokens_css(campaign)


def test_the_whorl_fits_its_circle():
    """No outline leaves the circle of radius 500, whatever the parameters."""
    for one in (whorl.Whorl(), whorl.SEAL, whorl.Whorl(arms=5, lines=3, rings=2, seeds=3)):
        points = [point for shape in whorl.shapes(one) for point in shape.points]
        assert points
        assert max(math.hypot(x, y) for x, y in points) <= whorl.RADIUS + 1


def test_the_whorl_has_what_its_parameters_say():
    """Arms times lines strokes, the rings and the seeds asked for, one eye."""
    one = whorl.Whorl(arms=4, lines=5, rings=2, seeds=3)
    roles = [shape.role for shape in whorl.shapes(one)]

    assert roles.count("stroke") == 20
    assert roles.count("ring") == 2
    assert roles.count("seed") == 12
    assert roles.count("eye") == 2


def test_the_whorl_turns_into_itself():
    """Turned by one arm the strokes lie on each other: the drawing is one motif repeated."""
    one = whorl.Whorl(arms=3)
    strokes = [shape.points for shape in whorl.shapes(one) if shape.role == "stroke"]
    angle = 2 * math.pi / one.arms
    first, second = strokes[0], strokes[one.lines]
    turned = [(x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)) for x, y in first]

    assert all(math.dist(a, b) < 1e-6 for a, b in zip(turned, second, strict=True))


def test_the_same_parameters_give_the_same_bytes(campaign):
    """The drawings, scripts and embeds are made alike each time, are well-formed, and stay small."""
    first, second = (list(assets(campaign)) for _ in range(2))

    assert first == second
    for artifact in first:
        assert len(artifact.content) < 40_000
        if artifact.path.endswith(".svg"):
            ElementTree.fromstring(artifact.content)
