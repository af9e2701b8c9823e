"""Somebody's picture, drawing or PDF through the gate: what shows stays as it is, what tells or acts is gone."""

import base64
import io
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

import pikepdf
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from campaign.workshop.gate import UnfitFileError, leaks, passed
from campaign.workshop.gate.looking import LOOKS
from campaign.workshop.pictures import inspect
from campaign.workshop.pictures.segments import pieces
from looking import some

GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F
SECRET = b"Secret"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>SecretXmp</creator></x:xmpmeta>'


def photo(width=64, height=40):
    """A picture with no two corners alike."""
    return Image.linear_gradient("L").resize((width, height)).convert("RGB").rotate(20, fillcolor=(200, 30, 60))


def noted(orientation=1):
    exif = Image.Exif()
    exif[MAKER], exif[ORIENTATION] = "SecretCamera", orientation
    exif.get_ifd(GPS).update({1: "N", 2: (35.0, 36.0, 4.0), 3: "E", 4: (103.0, 12.0, 9.0)})
    return exif


def saved(image, path, **options):
    image.save(path, **options)
    return path


def jpeg(path, **options):
    """A phone's photo: EXIF with GPS, XMP, comment, profile, a thumbnail in its notes, and a film behind its end."""
    saved(photo(), path, exif=noted(), comment=b"SecretComment", icc_profile=PROFILE, xmp=XMP, quality=88, **options)
    content = path.read_bytes()
    iptc = b"Photoshop 3.0\x008BIMSecretIptc"
    more = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    path.write_bytes(content[:2] + more + content[2:] + b"ftypmp42SecretMotionPhoto")
    return path


def png(path):
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "SecretAuthor")
    text.add_text("Comment", "SecretComment" * 9, zip=True)
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return saved(photo(), path, pnginfo=text, exif=noted(), icc_profile=PROFILE)


def webp(path):
    return saved(photo(), path, exif=noted(), xmp=XMP, icc_profile=PROFILE, quality=80)


def pixels(content):
    with Image.open(io.BytesIO(content) if isinstance(content, bytes) else content) as image:
        return image.size, image.convert("RGBA").tobytes()


@pytest.mark.parametrize("make, name", [(jpeg, "a.jpg"), (png, "a.png"), (webp, "a.webp")])
def test_a_picture_keeps_every_pixel_and_nothing_else(tmp_path, make, name):
    """Pixels and colour profile are the same, no byte of the notes is left, and twice is once."""
    path = make(tmp_path / name)

    content = passed(path).content

    assert SECRET in path.read_bytes()
    assert LOOKS[path.suffix](path.read_bytes(), path.suffix)
    assert SECRET not in content
    assert LOOKS[path.suffix](content, path.suffix) == []
    assert pixels(content) == pixels(path)
    with Image.open(io.BytesIO(content)) as image:
        assert not image.getexif() and image.info["icc_profile"] == PROFILE
    path.write_bytes(content)
    assert passed(path).content == content


@pytest.mark.parametrize("name, options", [("a.jpg", {"quality": 95}), ("a.png", {}), ("a.webp", {"lossless": True})])
@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_picture_that_lay_on_its_side_stands_upright(tmp_path, name, options, orientation):
    """As its camera noted; without the note browsers would show it lying."""
    path = saved(photo(), tmp_path / name, exif=noted(orientation), **options)

    content = passed(path).content

    turns = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_270, 8: Image.Transpose.ROTATE_90}
    with Image.open(path) as lying, Image.open(io.BytesIO(content)) as image:
        want, have = lying.convert("RGB").transpose(turns[orientation]), image.convert("RGB")
    assert have.size == want.size
    apart = [abs(a - b) for a, b in some(zip(have.tobytes(), want.tobytes(), strict=True))]
    assert sum(apart) / len(apart) < (1.5 if name == "a.jpg" else 1e-9)
    assert SECRET not in content and LOOKS[path.suffix](content, path.suffix) == []


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_a_picture_of_a_few_pixels_is_a_picture(tmp_path, name):
    """Smaller than the steps in which it is looked into."""
    path = saved(Image.new("RGB", (2, 1), "red"), tmp_path / name)

    assert pixels(passed(path).content) == pixels(path)
    assert inspect(path) is None


def test_a_thumbnail_in_the_jfif_head_is_gone(tmp_path):
    """A picture cropped by its author may still show there what was cut away."""
    path = saved(photo(), tmp_path / "a.jpg")
    content = path.read_bytes()
    assert content[6:11] == b"JFIF\0"
    small = b"SecretRGB" * 3
    head = content[6:18] + b"\x03\x03" + small
    path.write_bytes(content[:2] + b"\xff\xe0" + struct.pack(">H", len(head) + 2) + head + content[20:])

    assert SECRET not in passed(path).content and pixels(passed(path).content) == pixels(content)


def _chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def test_a_text_that_unpacks_without_end_is_left_out_unread(tmp_path):
    """A PNG's packed text may be a bomb: it goes as it is, and the picture is shown."""
    path = saved(photo(), tmp_path / "a.png")
    content = path.read_bytes()
    bomb = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"\0" * 80_000_000, 9))
    path.write_bytes(content[:33] + bomb + content[33:])

    assert passed(path).content == content


def _animated(path, **options):
    return saved(photo(), path, save_all=True, append_images=[photo().rotate(90)], **options)


def _huge(path):
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    made = [_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(b"\0" * 100)), _chunk(b"IEND", b"")]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(made))
    return path


def _cut(path):
    saved(photo(400, 400), path)
    path.write_bytes(path.read_bytes()[:-2000])
    return path


def _text(path, content):
    path.write_bytes(content)
    return path


def _locked(path):
    document = pikepdf.new()
    document.add_blank_page()
    document.save(path, encryption=pikepdf.Encryption(owner="o", user="u"))
    return path


def _signed(path):
    document = pikepdf.new()
    document.add_blank_page()
    value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Name="Secret")
    field = document.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="s", V=document.make_indirect(value)))
    document.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array([field]))
    document.save(path)
    return path


LAUGHS = b"""<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>"""
DEEP = b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 2000 + b"</g>" * 2000 + b"</svg>"
UNFIT = {
    "nothing.jpg": (lambda path: _text(path, b""), "image_nothing"),
    "words.jpg": (lambda path: _text(path, b"no picture"), "image_unknown"),
    "cut.jpg": (_cut, "image_broken"),
    "cut.png": (_cut, "image_broken"),
    "cut.webp": (_cut, "image_broken"),
    "bomb.png": (_huge, "image_huge"),
    "moves.png": (_animated, "image_animated"),
    "moves.webp": (_animated, "image_animated"),
    "renamed.jpg": (lambda path: _text(path, saved(photo(), path, format="PNG").read_bytes()), "image_renamed"),
    "phone.jpg": (lambda path: _text(path, b"\0\0\0\x18ftypheic"), "image_heic"),
    "press.jpg": (lambda path: saved(photo().convert("CMYK"), path), "image_cmyk"),
    "laughs.svg": (lambda path: _text(path, LAUGHS), "drawing_broken"),
    "deep.svg": (lambda path: _text(path, DEEP), "drawing_broken"),
    "page.svg": (lambda path: _text(path, b"<html xmlns='http://www.w3.org/1999/xhtml'/>"), "drawing_broken"),
    "cut.svg": (lambda path: _text(path, b'<svg xmlns="http://www.w3.org/2000/svg"><g>'), "drawing_broken"),
    "cut.pdf": (lambda path: _text(path, b"%PDF-1.7\n"), "pdf_broken"),
    "locked.pdf": (_locked, "pdf_locked"),
    "signed.pdf": (_signed, "pdf_signed"),
    "form.docx": (lambda path: _text(path, b"PK\3\4"), "file_document"),
    "table.et": (lambda path: _text(path, b"x"), "file_table"),
    "slides.PPTX": (lambda path: _text(path, b"x"), "file_slides"),
    "photo.HEIC": (lambda path: _text(path, b"x"), "file_picture"),
    "moves.gif": (lambda path: _text(path, b"GIF89a"), "file_picture"),
    "film.mp4": (lambda path: _text(path, b"x"), "file_film"),
    "page.html": (lambda path: _text(path, b"<script>"), "file_page"),
    "own.js": (lambda path: _text(path, b"x"), "file_code"),
    "all.zip": (lambda path: _text(path, b"PK\3\4"), "file_archive"),
    "what.xyz": (lambda path: _text(path, b"x"), "file_unknown"),
    "ending": (lambda path: _text(path, b"x"), "file_unknown"),
}


@pytest.mark.parametrize("name", UNFIT)
def test_what_is_no_sound_file_of_its_kind_is_refused(tmp_path, name):
    """Bombs, broken and locked files, other kinds under a taken name, kinds that aren't published: a reason each."""
    make, fault = UNFIT[name]

    with pytest.raises(UnfitFileError) as refused:
        passed(make(tmp_path / name))

    assert refused.value.fault.name == fault


def test_plain_text_and_what_is_asked_for_by_name_pass_as_they_are(tmp_path):
    """Nothing runs it; the press's own styles and scripts pass only where they stand in the theme."""
    for name in ("robots.txt", "list.csv", "WW_verify_abc.txt", "CNAME", "own.css"):
        (tmp_path / name).write_bytes(b"x\xff")

    assert {name: passed(tmp_path / name).content for name in ("robots.txt", "list.csv", "CNAME")} == dict.fromkeys(
        ("robots.txt", "list.csv", "CNAME"), b"x\xff"
    )
    assert passed(tmp_path / "own.css", own=True).content == b"x\xff"
    with pytest.raises(UnfitFileError):
        passed(tmp_path / "own.css")


DRAWING = """<?xml version="1.0"?>
<?xml-stylesheet href="https://evil.example/x.css"?>
<!-- SecretComment -->
<!DOCTYPE svg [<!ENTITY ns "http://ns.adobe.com/Secret/">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" sodipodi:docname="C:\\Users\\Secret\\a.svg"
  xmlns:i="&ns;" onload="alert(1)" data-name="Secret">
<title>圆 &amp; 点</title><metadata><rdf xmlns="x">SecretAuthor</rdf></metadata>
<style>.a{fill:#c00}</style><style>@im\\70ort "https://evil.example/x.css"; .b{fill:red}</style>
<script>alert(1)</script><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>
<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>
<circle class="a" cx="5" cy="5" r="4" fill="url(#g)" style="stroke:url('http://evil.example/x')"/>
<use xlink:href="#g"/><use href="https://evil.example/x.svg#y"/>
<a href="javascript:alert(1)"><path d="M0 0h9" onclick="x()"/></a>
<animate attributeName="href" to="javascript:alert(1)"/><set attributeName="onmouseover" to="x"/>
<image width="4" height="4" href="https://evil.example/x.png"/><image xlink:href="data:image/svg+xml,x"/>
<image width="4" height="4" xlink:href="data:image/png;base64,PHOTO"/></svg>"""


def test_a_drawing_keeps_what_draws(tmp_path):
    """Shapes, texts, fills and its own pictures, these bare; nothing that acts, fetches or tells is left."""
    inner = base64.b64encode(png(tmp_path / "in.png").read_bytes()).decode()
    path = tmp_path / "a.svg"
    path.write_text(DRAWING.replace("PHOTO", inner), encoding="utf-8")

    found = passed(path)
    said = found.content.decode()

    assert found.taken == {"script", "foreign", "fetches"}
    for kept in ('<circle class="a"', 'fill="url(#g)"', 'd="M0 0h9"', "圆 &amp; 点", ".a{fill:#c00}", 'href="#g"'):
        assert kept in said
    gone = ("Secret", "evil", "script", "alert", "onload", "onclick", "onmouseover", "<!--", "<?xml-", "foreignObject")
    assert [word for word in gone if word in said] == []
    photo_in_it = base64.b64decode(said.partition("data:image/png;base64,")[2].partition('"')[0])
    assert LOOKS[".png"](photo_in_it, ".png") == [] and pixels(photo_in_it) == pixels(tmp_path / "in.png")
    assert LOOKS[".svg"](path.read_bytes(), ".svg") and LOOKS[".svg"](found.content, ".svg") == []
    path.write_bytes(found.content)
    assert passed(path).content == found.content


FETCHING = {
    "an element within the style": "<style><g/>@import url(http://evil/a.css); a{fill:url(http://evil/b)}</style>",
    "marks of a comment in strings": """<style>a{content:"/*"} b{fill:url(http://evil)} c{content:"*/"}</style>""",
    "an attribute's strings": """<rect style='--a:"/*";fill:url("http://evil");--b:"*/"'/>""",
    "an escape that ends in two characters": "<style>a{fill:\\75&#13;&#10;rl(http://evil)}</style>",
    "another function's name": "<rect fill=\"src('http://evil')\"/>",
}


@pytest.mark.parametrize("way", FETCHING)
def test_no_style_of_a_drawing_fetches(tmp_path, way):
    """However it is put past a reader; and what is written so that it acts is no text of the style."""
    path = tmp_path / "a.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{FETCHING[way]}</svg>', encoding="utf-8")

    found = passed(path)

    assert "fetches" in found.taken and b"evil" not in found.content


@pytest.mark.parametrize("way", ["marks of a comment in strings", "an attribute's strings"])
def test_a_drawing_that_fetches_in_its_style_is_told_when_looked_over(way):
    """A second look at what no gate saw."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg">{FETCHING[way]}</svg>'

    assert LOOKS[".svg"](drawing.encode(), ".svg")


@pytest.mark.parametrize(
    "drawn",
    [
        "<style>a{fill:url( #g )} /* a comment */</style>",
        """<rect style='fill:url("#g")'/>""",
        """<rect style="--a:'x';fill:url(&quot;#g&quot;)"/>""",
        "<style>@font-face{src:url(data:font/woff2;base64,AA)}</style>",
        "<text>url(http://x)</text>",
    ],
)
def test_a_style_of_its_own_stays(tmp_path, drawn):
    """Paints by address in the drawing itself, embedded fonts, and words that only look like an address."""
    path = tmp_path / "a.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>', encoding="utf-8")

    found = passed(path)

    assert not found.taken and b"url(" in found.content and LOOKS[".svg"](found.content, ".svg") == []


@pytest.mark.parametrize("words", ["only = one", "javascript: a language", '@import and href="//x"', "a <!-- b"])
def test_words_in_a_drawing_are_no_handlers(tmp_path, words):
    """A chart may say anything; only what a browser would obey keeps it from being published."""
    (tmp_path / "a.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><text aria-label="turn on = x">{escape(words)}</text></svg>', "utf-8"
    )

    content = passed(tmp_path / "a.svg").content

    assert escape(words).encode() in content and LOOKS[".svg"](content, ".svg") == []


def guide(path, tmp_path):
    """A PDF as an office program writes it: author, XMP, script, attachment, a reader's note, a photo with GPS."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(200, 200))
    camera = jpeg(tmp_path / "in.jpg").read_bytes()
    image = document.make_stream(camera)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height, image.BitsPerComponent = 64, 40, 8
    image.ColorSpace, image.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    page.Contents = document.make_stream(b"q 64 0 0 40 10 10 cm /Im0 Do Q")
    link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://www.gov.cn/JavaScript/1/Author/")
    start = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="Secret.exe")
    marks = [
        pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=link, Contents="to the portal"),
        pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[9, 0, 9, 9], A=start),
        pikepdf.Dictionary(Subtype=pikepdf.Name.Text, Rect=[0, 9, 9, 9], T="SecretReader", Contents="SecretNote"),
        pikepdf.Dictionary(Subtype=pikepdf.Name.Highlight, Rect=[0, 9, 9, 9], T="SecretReader", Contents="SecretWord"),
    ]
    page.Annots = document.make_indirect(pikepdf.Array([document.make_indirect(mark) for mark in marks]))
    page.AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="Secret()"))
    page.Resources.Font = pikepdf.Dictionary({"/AA": pikepdf.Dictionary(Type=pikepdf.Name.Font)})
    page.PieceInfo = pikepdf.Dictionary(Word=pikepdf.Dictionary(Private="SecretPrivate"))
    document.attachments["Secret.txt"] = b"SecretAttachment"
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('Secret')")
    document.Root.Names.JavaScript = pikepdf.Dictionary(Names=["a", document.Root.OpenAction])
    with document.open_metadata() as xmp:
        xmp["dc:creator"] = ["SecretAuthor"]
    document.docinfo["/Author"], document.docinfo["/Title"] = "SecretAuthor", "办事指南"
    document.docinfo["/Company"] = "SecretCompany"
    document.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return path


def test_a_pdf_keeps_its_pages(tmp_path):
    """Title, pages, links to the web and every pixel stay; authors, notes, scripts and attachments are gone."""
    path = guide(tmp_path / "a.pdf", tmp_path)

    found = passed(path)

    assert found.taken == {"script", "attached", "notes", "fetches"}
    assert LOOKS[".pdf"](path.read_bytes(), ".pdf") and LOOKS[".pdf"](found.content, ".pdf") == []
    with pikepdf.open(io.BytesIO(found.content)) as document:
        plain = io.BytesIO()
        document.save(plain, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable, qdf=True)
        assert dict(document.docinfo) == {"/Title": "办事指南"}
        assert "/Metadata" not in document.Root and "/OpenAction" not in document.Root
        page = document.pages[0]
        link, started, mark = page.Annots
        assert (str(link.A.URI), str(link.Contents)) == ("https://www.gov.cn/JavaScript/1/Author/", "to the portal")
        assert "/AA" in page.Resources.Font and "/AA" not in page
        assert "/A" not in started and "/T" not in mark and "/Contents" not in mark
        raw = page.Resources.XObject.Im0.read_raw_bytes()
    assert SECRET not in plain.getvalue()
    assert pieces(raw, "JPEG").notes == [] and pixels(raw) == pixels(tmp_path / "in.jpg")
    path.write_bytes(found.content)
    assert passed(path).content == found.content


@pytest.mark.parametrize(
    ("filters", "pack"),
    [
        (["/FlateDecode"], zlib.compress),
        (["/ASCIIHexDecode"], lambda raw: raw.hex().encode() + b">"),
        (["/ASCIIHexDecode", "/FlateDecode"], lambda raw: zlib.compress(raw).hex().encode() + b">"),
    ],
)
@pytest.mark.parametrize("given", [False, True])
def test_a_photo_packed_once_more_loses_its_notes(tmp_path, filters, pack, given):
    """Some programs pack what is packed already; the camera's notes are in it all the same."""
    document = pikepdf.new()
    page = document.add_blank_page()
    image = document.make_stream(pack(jpeg(tmp_path / "in.jpg").read_bytes()))
    image.Subtype, image.Width, image.Height, image.BitsPerComponent = pikepdf.Name.Image, 64, 40, 8
    image.ColorSpace = pikepdf.Name.DeviceRGB
    image.Filter = pikepdf.Array([pikepdf.Name(name) for name in (*filters, "/DCTDecode")])
    if given:
        image.DecodeParms = pikepdf.Array([None] * len(filters) + [pikepdf.Dictionary(ColorTransform=1)])
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    document.save(tmp_path / "a.pdf", stream_decode_level=pikepdf.StreamDecodeLevel.none)

    with pikepdf.open(io.BytesIO(passed(tmp_path / "a.pdf").content)) as bare:
        found = bare.pages[0].Resources.XObject.Im0
        raw = found.read_raw_bytes()
        assert found.Filter == "/DCTDecode" and ("/DecodeParms" in found) is given

    assert SECRET not in raw and pieces(raw, "JPEG").notes == [] and pixels(raw) == pixels(tmp_path / "in.jpg")


ACTIONS = {
    "script": ({"S": pikepdf.Name.JavaScript, "JS": "Secret()"}, "script"),
    "program": ({"S": pikepdf.Name.Launch, "F": "Secret.exe"}, "fetches"),
    "file": ({"S": pikepdf.Name.GoToR, "F": "\\\\Secret\\share\\a.pdf"}, "fetches"),
    "address": ({"S": pikepdf.Name.URI, "URI": "javascript:Secret()"}, "fetches"),
}


def _after_another(document, action):
    harmless = pikepdf.Dictionary(S=pikepdf.Name.Named, N=pikepdf.Name.NextPage)
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.Named, Next=pikepdf.Array([harmless, action]))


def _beside_nothing(document, action):
    document.pages[0].AA = pikepdf.Dictionary(O=action, X=pikepdf.Dictionary())


def _by_another_key(document, action):
    document.Root.Whatever = pikepdf.Dictionary(Deep=pikepdf.Array([action]))


@pytest.mark.parametrize("lead", [_after_another, _beside_nothing, _by_another_key])
@pytest.mark.parametrize("name", ACTIONS)
def test_no_action_of_a_pdf_is_left(tmp_path, name, lead):
    """Whichever key or list leads to it: scripts, programs, files elsewhere, addresses that are scripts."""
    said, taken = ACTIONS[name]
    document = pikepdf.new()
    document.add_blank_page()
    lead(document, document.make_indirect(pikepdf.Dictionary(**said)))
    document.save(tmp_path / "a.pdf")

    found = passed(tmp_path / "a.pdf")

    assert found.taken & {taken, "script"} and SECRET not in found.content
    assert LOOKS[".pdf"](found.content, ".pdf") == []


@pytest.mark.parametrize("title", ["Microsoft Word - 王某修改稿.doc", "通知(定稿)王某.docx", "Untitled"])
def test_a_title_that_is_a_file_s_name_goes_too(tmp_path, title):
    """Office programs write the name of the file there, and whose draft it was."""
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Title"] = title
    document.save(tmp_path / "a.pdf")

    with pikepdf.open(io.BytesIO(passed(tmp_path / "a.pdf").content)) as bare:
        assert dict(bare.docinfo) == {}


def test_whatever_made_it_a_finished_file_is_looked_over(tmp_path):
    """A channel to come may forget the gate: kinds that aren't published, notes, authors, links, and packs with any."""
    jpeg(tmp_path / "a.jpg")
    guide(tmp_path / "b.pdf", tmp_path)
    (tmp_path / "c.docx").write_bytes(b"PK")
    (tmp_path / "d.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', encoding="utf-8")
    (tmp_path / "e.html").symlink_to(tmp_path / "c.docx")
    (tmp_path / "index.html").write_text("x", encoding="utf-8")
    (tmp_path / "g.zip").write_bytes(b"PK")
    with zipfile.ZipFile(tmp_path / "f.zip", "w") as archive:
        archive.write(tmp_path / "a.jpg", "frames/a.jpg")
        archive.writestr("films/a.mp4", b"\0\0\0\x20ftypisom\0\0\0\x40moov\0\0\0\x20udta\xa9xyz+35+103mdat")
        archive.writestr("Thumbs.db", b"x")
        archive.writestr("README.txt", b"x")

    found = list(leaks(tmp_path, sorted(path.name for path in tmp_path.iterdir() if path.name != "in.jpg")))

    assert [path for path, _ in found] == [
        "a.jpg",
        "b.pdf",
        "b.pdf",
        "c.docx",
        "d.svg",
        "e.html",
        *["f.zip"] * 3,
        "g.zip",
    ]
    assert [what.split(":")[0] for path, what in found if path == "f.zip"] == [
        "frames/a.jpg",
        "films/a.mp4",
        "Thumbs.db",
    ]
