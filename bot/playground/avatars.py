"""Small round portraits, so that members can be told apart at a glance."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SIZE = 96


def portrait(name: str, colour: str) -> bytes:
    """A PNG with the initials of `name` on `colour`."""
    image = Image.new("RGB", (SIZE, SIZE), colour)
    initials = "".join(word[0] for word in name.split()[:2]).upper()
    font = ImageFont.load_default(size=SIZE * 0.42)
    middle = (SIZE / 2, SIZE / 2)
    ImageDraw.Draw(image).text(middle, initials, fill="white", font=font, anchor="mm")
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
