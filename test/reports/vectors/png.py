"""PNG files as Pillow writes them, for png.test.ts: python3 png.py > png.json"""

import base64
import io
import json
import random

import PIL
from PIL import Image

random.seed(1)
modes = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4}
images = []
for mode, channels in modes.items():
    width, height = 13, 9
    # Slopes with a little noise, so that Pillow's choice of filters takes several of them.
    samples = [(x * 7 + y * 11 + c * 40 + random.randrange(4)) % 256 for y in range(height) for x in range(width) for c in range(channels)]
    file = io.BytesIO()
    Image.frombytes(mode, (width, height), bytes(samples)).save(file, "PNG", optimize=True)
    images.append({"width": width, "height": height, "channels": channels, "samples": samples,
                   "png": base64.b64encode(file.getvalue()).decode()})
print(json.dumps({"pillow": PIL.__version__, "images": images}))
