"""Writes bmp.json: small BMP files written by Pillow, and one put together by hand that is top-down, with what Pillow reads.

Run: python3 bmp.py > bmp.json
"""
import base64
import io
import json
import struct

import numpy as np
import PIL
from PIL import Image

random = np.random.RandomState(2)


def encode(data):
    return base64.b64encode(data if isinstance(data, bytes) else np.ascontiguousarray(data).tobytes()).decode()


def saved(array):
    out = io.BytesIO()
    Image.fromarray(array).save(out, "BMP")
    return out.getvalue()


def top_down(array):
    height, width, _ = array.shape
    rows = [row[:, ::-1].tobytes() for row in array]
    body = b"".join(row + b"\0" * (-len(row) % 4) for row in rows)
    header = struct.pack("<2sIHHI", b"BM", 54 + len(body), 0, 0, 54)
    return header + struct.pack("<IiiHHIIiiII", 40, width, -height, 1, 24, 0, len(body), 2835, 2835, 0, 0) + body


cases = []
for name, height, width, write in [("no filling", 6, 4, saved), ("filling of one byte", 3, 5, saved), ("filling of three", 9, 7, saved),
                                   ("filling of two", 2, 6, saved), ("top-down", 5, 7, top_down), ("one pixel", 1, 1, saved)]:
    data = write(random.randint(0, 256, (height, width, 3)).astype(np.uint8))
    image = Image.open(io.BytesIO(data)).convert("RGB")
    planes = np.asarray(image).transpose(2, 0, 1)
    resized = {filter_name: encode(np.asarray(image.resize((6, 5), method)).transpose(2, 0, 1))
               for filter_name, method in (("lanczos", Image.LANCZOS), ("bilinear", Image.BILINEAR))}
    cases.append(dict(name=name, height=height, width=width, file=encode(data), pixels=encode(planes), resized=resized))
grey = Image.fromarray(random.randint(0, 256, (3, 3)).astype(np.uint8))
out = io.BytesIO()
grey.save(out, "BMP")
print(json.dumps(dict(made_with=f"Pillow {PIL.__version__}, NumPy {np.__version__}", cases=cases, grey=encode(out.getvalue())), indent=1))
