"""Pictures of symbols, as drawn and as phones see them: what the tests of reading share."""

import cv2
import numpy

from campaign.workshop.qr import QUIET_ZONE, Pixels

MODULE_PX = 6


def drawn(symbol, *, module_px=MODULE_PX, quiet_zone=QUIET_ZONE, dark=0, light=255, around=255, margin_px=40):
    """A symbol as a grey array, on a ground that may be something else than paper."""
    cells = numpy.pad(numpy.array(symbol.rows, dtype=bool), quiet_zone)
    code = numpy.where(numpy.kron(cells, numpy.ones((module_px, module_px), dtype=bool)), dark, light).astype(
        numpy.uint8
    )
    return numpy.pad(code, margin_px, constant_values=around)


def pixels(array):
    """An array as the product takes it."""
    return Pixels(array.shape[1], array.shape[0], numpy.ascontiguousarray(array).tobytes())


def read_by_opencv(array):
    """What OpenCV's own detector reads; it shares no code with zxing-cpp."""
    text, *_ = cv2.QRCodeDetector().detectAndDecode(cv2.cvtColor(array, cv2.COLOR_GRAY2BGR))
    return text


def blurred(array):
    """Out of focus: a Gaussian of a third of a module."""
    return cv2.GaussianBlur(array, (0, 0), MODULE_PX / 3)


def noisy(array):
    """A dark room: sensor noise of a tenth of the range."""
    noise = numpy.random.default_rng(7).normal(0, 25, array.shape)
    return numpy.clip(array + noise, 0, 255).astype(numpy.uint8)


def rotated(array):
    """Held 17 degrees askew."""
    height, width = array.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 17, 0.8)
    return cv2.warpAffine(array, turn, (width, height), borderValue=255)


def tilted(array):
    """Seen from the side: the far edge a fifth shorter."""
    height, width = array.shape
    before = numpy.float32([[0, 0], [width, 0], [width, height], [0, height]])
    after = numpy.float32([[width * 0.1, 0], [width * 0.9, height * 0.05], [width, height], [0, height]])
    return cv2.warpPerspective(array, cv2.getPerspectiveTransform(before, after), (width, height), borderValue=255)


def faded(array):
    """A poster bleached by the sun: contrast down to 40 %."""
    return (array * 0.4 + 110).astype(numpy.uint8)


def squeezed(array):
    """Sent on as a JPEG of quality 25."""
    return cv2.imdecode(cv2.imencode(".jpg", array, [cv2.IMWRITE_JPEG_QUALITY, 25])[1], cv2.IMREAD_GRAYSCALE)


def shrunk(array):
    """Printed or photographed at 70 % of the size."""
    return cv2.resize(array, None, fx=0.7, fy=0.7, interpolation=cv2.INTER_AREA)


TRIALS = [blurred, noisy, rotated, tilted, faded, squeezed, shrunk]
