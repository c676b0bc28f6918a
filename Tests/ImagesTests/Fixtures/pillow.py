"""Writes pillow.json: small JPEGs and PNGs of every kind, with the pixels that Pillow reads from them, upright and without opacity.

    python3 pillow.py > pillow.json          (Python 3.11, Pillow 13.0.0 with libjpeg-turbo 3.2.0, numpy)
"""
import base64
import io
import json
import pathlib
import struct
import zlib

import numpy
from PIL import Image, ImageOps

random = numpy.random.default_rng(7)


def photo(width, height):
    """Soft colours, one hard edge, and a little noise."""
    y, x = numpy.mgrid[:height, :width]
    waves = [128 + 100 * numpy.sin(x / 5 + k) * numpy.cos(y / 4 - k) for k in range(3)]
    pixels = numpy.stack(waves, axis=-1) + random.normal(0, 6, (height, width, 3))
    pixels[height // 2:, width // 3:2 * width // 3] = [230, 40, 60]
    return Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8))


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def patched(data, mark, offset, value):
    """Another byte, so far behind the end of a mark."""
    place = data.index(mark) + len(mark) + offset
    return data[:place] + bytes([value]) + data[place + 1:]


def with_chunk(png, kind, data):
    chunk = struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return png[:33] + chunk + png[33:]


def orientation(number):
    exif = Image.Exif()
    exif[0x0112] = number
    return exif


image, small = photo(23, 17), photo(11, 6)
inks = saved(Image.merge("CMYK", [*image.split(), photo(23, 17).split()[1]]), "JPEG", quality=90)
files = {
    "4:4:4": saved(image, "JPEG", quality=90, subsampling=0),
    "4:2:2": saved(image, "JPEG", quality=85, subsampling=1),
    "4:2:0": saved(image, "JPEG", quality=75, subsampling=2),
    # The blocks of two neighbours, called those of one: what they show is nonsense, but decodes.
    "4:1:0": patched(saved(photo(32, 16), "JPEG", quality=75, subsampling=2), b"\xff\xc0", 9, 0x42),
    "progressive": saved(image, "JPEG", quality=85, progressive=True),
    "restarts": saved(image, "JPEG", quality=80, restart_marker_blocks=1),
    "grey": saved(image.convert("L"), "JPEG", quality=85),
    "grey, progressive": saved(image.convert("L"), "JPEG", quality=85, progressive=True),
    "stored as RGB": saved(image, "JPEG", quality=90, keep_rgb=True),
    "CMYK": inks,
    "YCCK": patched(inks, b"Adobe", 6, 2),
    "one pixel": saved(photo(1, 1), "JPEG"),
    "one column": saved(photo(1, 300), "JPEG", quality=70),
    "PNG, colour": saved(image, "PNG"),
    "PNG, opacity": saved(Image.merge("RGBA", [*image.split(), photo(23, 17).split()[0]]), "PNG"),
    "PNG, palette with opacity": saved(image.quantize(16), "PNG", transparency=bytes(range(0, 256, 16))),
    "PNG, one colour transparent": saved(small, "PNG", transparency=small.getpixel((3, 2))),
    "PNG, for a linear screen": with_chunk(saved(small, "PNG"), b"gAMA", struct.pack(">I", 100_000)),
    "PNG, turned": saved(small, "PNG", exif=orientation(6)),
}
for number in range(1, 9):
    files[f"orientation {number}"] = saved(small, "JPEG", quality=90, subsampling=0, exif=orientation(number))
kinds = json.loads((pathlib.Path(__file__).parent / "truth.json").read_text())["cases"]
for case in kinds:
    if case["name"] == "grey, 16 bits":  # Pillow makes white of whatever is above 255.
        continue
    files["PNG, " + case["name"] + ", from the standard"] = base64.b64decode(case["png"])

cases = []
for name, data in files.items():
    seen = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    cases.append({
        "name": name, "file": base64.b64encode(data).decode(), "width": seen.width, "height": seen.height,
        "rgb": base64.b64encode(seen.tobytes()).decode()})
print(json.dumps({"cases": cases}))
