"""The content security policy as browsers and servers read it."""

from campaign.core import policy
from looking import some


def test_nothing_within_a_page_runs_and_no_code_is_made_of_text():
    """No published policy has a keyword that would let an injected script or style in."""
    alone = policy.standing_alone(scripts=["a()"], styles=["p{}"], data=["img-src"])
    said = [policy.text(policy.SITE), policy.text(alone), policy.header()]

    assert not [text for text in some(said) if "unsafe" in text or "*" in text or "http" in text]
    assert all(policy.read(text)["default-src"] == ("'none'",) for text in said)
    assert all(policy.read(text)["base-uri"] == ("'none'",) for text in said)


def test_the_header_says_what_every_page_says_and_who_may_frame_it():
    """A header and a page's own policy both hold, so they must agree; framing is a header's alone to allow."""
    own = policy.read(policy.text(policy.SITE))

    assert policy.read(policy.header()) == {**own, "frame-ancestors": ("'self'",)}
    assert policy.read(policy.header(framed_by="*"))["frame-ancestors"] == ("*",)


def test_a_hash_is_the_one_that_browsers_compute():
    """The example of the standard (Content Security Policy 3, 8.3)."""
    assert policy.source("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_a_policy_is_read_as_a_browser_reads_it():
    """Of a directive said twice the first holds; names are the same in any case; an empty part says nothing."""
    assert policy.read("Default-Src 'none';; script-src a b ; script-src c;") == {
        "default-src": ("'none'",),
        "script-src": ("a", "b"),
    }
