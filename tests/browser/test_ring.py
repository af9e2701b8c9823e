"""A photo of one's own with the ring around it, made on the device."""

import io

import pytest
from PIL import Image


@pytest.fixture
def photo():
    made = io.BytesIO()
    Image.new("RGB", (400, 300), "#3355aa").save(made, "PNG")
    return {"name": "me.png", "mimeType": "image/png", "buffer": made.getvalue()}


def test_a_photo_gets_the_ring_and_stays_on_the_device(reader, photo):
    """It is cut square, the ring lies over it, and nothing is sent anywhere."""
    page = reader("spread/")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("data:") else None)
    page.set_input_files("[data-ring] input", photo)
    made = page.locator("[data-ring] img")
    made.wait_for(state="visible")
    corner_and_rim = page.evaluate(
        """() => {
            const img = document.querySelector("[data-ring] img"), canvas = document.createElement("canvas");
            canvas.width = canvas.height = 1080;
            const pen = canvas.getContext("2d");
            pen.drawImage(img, 0, 0);
            const at = (x, y) => [...pen.getImageData(x, y, 1, 1).data].slice(0, 3);
            return [img.naturalWidth, img.naturalHeight, at(540, 540), at(5, 5), at(540, 20)];
        }"""
    )
    assert corner_and_rim[:4] == [1080, 1080, [0x33, 0x55, 0xAA], [0x33, 0x55, 0xAA]]
    assert corner_and_rim[4] != [0x33, 0x55, 0xAA]
    assert all("/save/" in url for url in asked)
    assert page.said == [] and page.outside == []


def test_what_is_no_picture_is_told(reader):
    page = reader("spread/")
    page.set_input_files("[data-ring] input", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"no picture"})
    page.locator("[data-ring] [data-fault]").wait_for(state="visible")
    assert not page.is_visible("[data-ring] img")
