"""Covers of the demo library, drawn by code: a calm geometric composition for each resource, the same every time."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from math import cos, pi, sin

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 675
_SCALE = 2  # drawn at twice the size and reduced: Pillow's shapes have no smooth edges
_JPEG_QUALITY = 84

type Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Palette:
    """A ground and four tones on it, from quiet to strong.

    Grounds are middle-light tints: neither a white hole on a dark page nor a dark block on a light one.
    """

    ground: Colour
    tones: tuple[Colour, Colour, Colour, Colour]


def _palette(*codes: str) -> Palette:
    ground, first, second, third, fourth = (_colour(code) for code in codes)
    return Palette(ground, (first, second, third, fourth))


def _colour(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


PALETTES: dict[str, Palette] = {
    "harbour": _palette("C9DBE2", "A3C3CF", "5E97AB", "24637A", "E9B872"),
    "linden": _palette("D6E0C8", "B7CBA0", "84A66C", "46704A", "E8C46A"),
    "brick": _palette("EBD5C6", "DDB59C", "C4805F", "8C4A36", "5C7F86"),
    "maize": _palette("F0E0B8", "E5CB86", "D3A046", "9C6B2B", "4E7A78"),
    "acacia": _palette("E5DCC3", "CBBE93", "9A9A5B", "5D6B3C", "CC7A4B"),
    "tide": _palette("C5DFD9", "97C6BD", "4FA093", "1D6C66", "EFA58A"),
    "spruce": _palette("CBD8D3", "A2BAB3", "647F7D", "2F5157", "D9A25F"),
    "kowhai": _palette("DCDDD0", "BCC3AF", "7E9280", "455E57", "E9C145"),
    "mangrove": _palette("D2DDC9", "A8C3A5", "62937F", "2B6159", "D98A5B"),
    "desert": _palette("EFDCC9", "E2BC9B", "C98E68", "8A5649", "4F7F88"),
    "plum": _palette("E4D5DE", "CBAFC1", "9C7494", "63456A", "E3AE7F"),
    "canal": _palette("D3D8E6", "ADB7D3", "7281B0", "3C4A80", "EBA467"),
}


class _Dice:
    """Numbers that follow from a seed alone, whatever the version of Python: a stream of SHA-256 digests."""

    def __init__(self, seed: str) -> None:
        self._seed, self._count = seed, 0

    def fraction(self) -> float:
        """Return the next number, from 0 up to but not including 1."""
        digest = sha256(f"{self._seed}/{self._count}".encode()).digest()
        self._count += 1
        return int.from_bytes(digest[:6]) / 2**48

    def between(self, low: float, high: float) -> float:
        """Return the next number between two."""
        return low + (high - low) * self.fraction()

    def pick[T](self, choices: tuple[T, ...]) -> T:
        """Return one of the choices."""
        return choices[int(self.fraction() * len(choices))]


def palette_for(name: str) -> Palette:
    """Return the palette that belongs to a name, such as an organisation's slug."""
    return _Dice(name).pick(tuple(PALETTES.values()))


def draw_cover(seed: str, kind: str, palette: Palette) -> bytes:
    """Return a JPEG of 1200 × 675 pixels for a resource.

    `seed` is anything that stays the same for the resource, such as its slug; `kind` is the key of its type (see
    `COMPOSITIONS`; an unknown one is drawn as a guide), so that types can be told apart in a list without reading.
    """
    image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), palette.ground)
    compose = COMPOSITIONS.get(kind, _layers)
    compose(image, palette, _Dice(f"{kind}:{seed}"))
    buffer = io.BytesIO()
    image.reduce(_SCALE).save(buffer, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return buffer.getvalue()


def _tiles(image: Image.Image, palette: Palette, dice: _Dice) -> None:
    """Training: a patchwork of quarter circles, as if laid piece by piece."""
    draw = ImageDraw.Draw(image)
    rows = dice.pick((3, 3, 4))
    side = -(-image.height // rows)  # rounded up: no seam between pieces
    for row in range(rows):
        for column in range(image.width // side + 1):
            left, top = column * side, row * side
            back, front = _two_tones(palette, dice)
            draw.rectangle((left, top, left + side, top + side), fill=back)
            corner_x, corner_y = dice.pick(((0, 0), (1, 0), (1, 1), (0, 1)))
            centre_x, centre_y = left + corner_x * side, top + corner_y * side
            start = {(0, 0): 0, (1, 0): 90, (1, 1): 180, (0, 1): 270}[corner_x, corner_y]
            box = (centre_x - side, centre_y - side, centre_x + side, centre_y + side)
            draw.pieslice(box, start, start + 90, fill=front)


def _two_tones(palette: Palette, dice: _Dice) -> tuple[Colour, Colour]:
    """Return a ground and a figure that differ; strong tones are rarer, which keeps the whole calm."""
    quiet, soft, middle, strong = palette.tones
    back = dice.pick((palette.ground, palette.ground, quiet, soft))
    fronts = [tone for tone in (quiet, quiet, soft, middle, palette.ground, strong) if tone != back]
    return back, dice.pick(tuple(fronts))


def _landscape(image: Image.Image, palette: Palette, dice: _Dice) -> None:
    """Case study: hills behind hills under a low sun: where one came from and how far it was."""
    draw = ImageDraw.Draw(image)
    width, height = image.size
    radius = dice.between(0.10, 0.16) * width
    sun_x, sun_y = dice.between(0.2, 0.8) * width, dice.between(0.24, 0.42) * height
    draw.ellipse((sun_x - radius, sun_y - radius, sun_x + radius, sun_y + radius), fill=palette.tones[3])
    hills = [_between(palette.ground, palette.tones[0], 0.6), *palette.tones[:3]]
    for index, colour in enumerate(hills):
        base = height * (0.46 + 0.14 * index)
        swell, drift = dice.between(0.05, 0.11) * height, dice.between(0, 2 * pi)
        waves, ripple = dice.between(0.7, 1.6), dice.between(2.0, 3.2)
        ridge = [
            (x, base + swell * sin(2 * pi * waves * x / width + drift) + swell / 3 * cos(2 * pi * ripple * x / width))
            for x in range(0, width + 1, 8)
        ]
        draw.polygon([(0, height), *ridge, (width, height)], fill=colour)


def _layers(image: Image.Image, palette: Palette, dice: _Dice) -> None:
    """Guide: upright leaves side by side, each with a rounded head, like a shelf."""
    draw = ImageDraw.Draw(image)
    width, height = image.size
    count = dice.pick((6, 7, 8))
    gap = width * 0.012
    column = (width - gap) / count - gap
    accented = int(dice.between(1, count - 1))
    for index in range(count):
        left = gap + index * (column + gap)
        top = height * dice.between(0.14, 0.62)
        colour = palette.tones[3] if index == accented else dice.pick(palette.tones[:3])
        draw.rounded_rectangle((left, top, left + column, height + column), radius=column / 2, fill=colour)
        if dice.fraction() < 0.5:
            inset = column * 0.3
            box = (left + inset, top + inset, left + column - inset, top + column - inset)
            draw.ellipse(box, fill=palette.ground)


def _rings(image: Image.Image, palette: Palette, dice: _Dice) -> None:
    """Event: rings around a moment, and the people who gather on them."""
    draw = ImageDraw.Draw(image)
    width, height = image.size
    centre_x, centre_y = dice.between(0.25, 0.75) * width, dice.between(0.4, 0.9) * height
    ring = height * dice.between(0.13, 0.17)
    wash = (palette.ground, _between(palette.ground, palette.tones[0], 0.55), palette.tones[0])
    for index in range(9, 0, -1):
        colour = palette.tones[2] if index == 1 else wash[index % 3]
        radius = ring * (index - 0.35)
        draw.ellipse((centre_x - radius, centre_y - radius, centre_x + radius, centre_y + radius), fill=colour)
    for index in range(2, 9):
        for _guest in range(index):
            angle, size = dice.between(0, 2 * pi), ring * dice.between(0.10, 0.22)
            x, y = centre_x + ring * (index - 0.85) * cos(angle), centre_y + ring * (index - 0.85) * sin(angle)
            draw.ellipse((x - size, y - size, x + size, y + size), fill=dice.pick(palette.tones[1:]))


def _between(start: Colour, end: Colour, share: float) -> Colour:
    """Mix two colours; `share` 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
    return red, green, blue


COMPOSITIONS: dict[str, Callable[[Image.Image, Palette, _Dice], None]] = {
    "training": _tiles,
    "case-study": _landscape,
    "guide": _layers,
    "event": _rings,
}
