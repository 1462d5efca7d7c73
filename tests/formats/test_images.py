import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from seoulution.formats.images import ImageBroken, pixel_size, strip_metadata

GPS = 0x8825


def photograph(orientation: int = 6) -> bytes:
    picture = Image.linear_gradient("L").convert("RGB").resize((60, 40))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SECRETCAMERA"
    exif.get_ifd(GPS)[2] = (37.0, 33.0, 59.0)
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=exif, comment=b"SECRETCOMMENT", icc_profile=b"x" * 200)
    return made.getvalue()


def screenshot() -> bytes:
    info = PngInfo()
    info.add_text("Author", "SECRETAUTHOR")
    info.add_itxt("Place", "SECRETPLACE", zip=True)
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    Image.linear_gradient("L").save(made, "PNG", pnginfo=info, exif=exif)
    return made.getvalue() + b"SECRETTRAILER"


@pytest.mark.parametrize("make", [photograph, screenshot])
def test_nothing_private_is_left_and_every_pixel_stays(make) -> None:
    before, after = make(), strip_metadata(make())
    assert b"SECRET" in before and b"SECRET" not in after
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert old.tobytes() == new.tobytes()
        assert not new.getexif().get_ifd(GPS)
        assert not getattr(new, "text", {})


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stays_upright(orientation: int) -> None:
    with Image.open(io.BytesIO(strip_metadata(photograph(orientation)))) as new:
        assert new.getexif().get(0x0112, 1) == orientation
        assert set(new.getexif()) <= {0x0112}


def test_a_colour_profile_stays() -> None:
    with Image.open(io.BytesIO(strip_metadata(photograph()))) as new:
        assert new.info["icc_profile"] == b"x" * 200


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff\xe0", photograph()[:300], screenshot()[:80]])
def test_what_is_no_whole_picture_is_refused(content: bytes) -> None:
    with pytest.raises(ImageBroken):
        strip_metadata(content)


def test_the_size_is_read_without_decoding() -> None:
    assert pixel_size(photograph()) == (60, 40)
