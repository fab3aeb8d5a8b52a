"""Writes lanczos.json: colour and grey images resized by Pillow's LANCZOS (ANTIALIAS before Pillow 10).

Run: python3 lanczos.py [data_batch_1.bin of CIFAR-10, binary version] > lanczos.json
With the file, the digest of its 10,000 images at 28 x 28 is written too; without it, none.
"""
import base64
import hashlib
import json
import sys

import numpy as np
import PIL
from PIL import Image

random = np.random.RandomState(5)


def resized(planes, height, width):
    source = planes[0] if len(planes) == 1 else planes.transpose(1, 2, 0)
    out = np.asarray(Image.fromarray(source).resize((width, height), Image.LANCZOS))
    return out[None] if len(planes) == 1 else out.transpose(2, 0, 1)


def encode(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


cases = []
for kind, channels, height, width, to_height, to_width in [
    ("random", 3, 32, 32, 28, 28), ("edges", 3, 32, 32, 28, 28), ("smooth", 3, 32, 32, 28, 28),
    ("random", 1, 28, 28, 32, 32), ("edges", 1, 28, 28, 56, 45), ("random", 3, 41, 37, 28, 28), ("random", 3, 9, 14, 28, 28),
    ("random", 1, 7, 50, 28, 28), ("edges", 1, 64, 3, 5, 5), ("random", 1, 1, 1, 4, 3), ("random", 1, 5, 5, 1, 1),
]:
    if kind == "smooth":
        rows, columns = np.mgrid[0:height, 0:width]
        planes = np.stack([(127 + 127 * np.sin(rows / 5 + c) * np.cos(columns / 4)) for c in range(channels)]).astype(np.uint8)
    else:
        planes = random.randint(0, 256, (channels, height, width)).astype(np.uint8)
        if kind == "edges":
            planes = (planes > 127).astype(np.uint8) * 255
    out = resized(planes, to_height, to_width)
    cases.append(dict(kind=kind, channels=channels, height=height, width=width, toHeight=to_height, toWidth=to_width,
                      input=encode(planes), output=encode(out)))

result = dict(made_with=f"Pillow {PIL.__version__}, NumPy {np.__version__}", cases=cases)
if len(sys.argv) > 1:
    records = np.fromfile(sys.argv[1], np.uint8).reshape(10_000, 3073)[:, 1:].reshape(-1, 3, 32, 32)
    digest = hashlib.sha256()
    for image in records:
        digest.update(np.ascontiguousarray(resized(image, 28, 28)).tobytes())
    result["cifar10Batch1"] = digest.hexdigest()
print(json.dumps(result, indent=1))
