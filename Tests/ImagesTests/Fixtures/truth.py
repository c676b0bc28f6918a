"""Writes truth.json: small PNGs of every kind, put together from the standard (ISO/IEC 15948), with the pixels they hold.

    python3 truth.py > truth.json          (Python 3.11, nothing else)
"""
import base64
import json
import random
import struct
import zlib

random.seed(5)
W, H = 7, 5
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def row(pixels, depth):
    bits = "".join(format(value, f"0{depth}b") for pixel in pixels for value in pixel)
    bits += "0" * (-len(bits) % 8)
    return b"\0" + bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def png(samples, kind, depth, interlaced=False, extra=b""):
    if interlaced:
        passes = [[[samples[y][x] for x in range(x0, W, dx)] for y in range(y0, H, dy)] for x0, y0, dx, dy in ADAM7]
        data = b"".join(row(line, depth) for lines in passes for line in lines if line)
    else:
        data = b"".join(row(line, depth) for line in samples)
    header = struct.pack(">IIBBBBB", W, H, depth, kind, 0, 0, int(interlaced))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(data, 9))
            + chunk(b"IEND", b""))


def seen(pixel, kind, depth, palette):
    if kind == PALETTE:
        return [*palette[pixel[0]], 255]
    eight = [round(value * 255 / (2 ** depth - 1)) for value in pixel]
    color = eight[:1] * 3 if kind in (GREY, GREY_ALPHA) else eight[:3]
    return color + [eight[-1] if kind in (GREY_ALPHA, RGBA) else 255]


cases = []
for name, kind, depth, interlaced in [
        ("grey", GREY, 8, False), ("grey, one bit", GREY, 1, False), ("grey, 16 bits", GREY, 16, False),
        ("grey with opacity", GREY_ALPHA, 8, False), ("colour", RGB, 8, False), ("colour, 16 bits", RGB, 16, False),
        ("colour with opacity", RGBA, 8, False), ("colour with opacity, 16 bits", RGBA, 16, False),
        ("palette", PALETTE, 4, False), ("colour, interlaced", RGB, 8, True), ("palette, interlaced", PALETTE, 8, True)]:
    palette = [[random.randrange(256) for _ in range(3)] for _ in range(16)]
    largest = 16 if kind == PALETTE else 2 ** depth
    samples = [[[random.randrange(largest) for _ in range(CHANNELS[kind])] for _ in range(W)] for _ in range(H)]
    extra = chunk(b"PLTE", bytes(v for color in palette for v in color)) if kind == PALETTE else b""
    cases.append({
        "name": name, "png": base64.b64encode(png(samples, kind, depth, interlaced, extra)).decode(),
        "rgba": [v for line in samples for pixel in line for v in seen(pixel, kind, depth, palette)]})
print(json.dumps({"width": W, "height": H, "cases": cases}))
