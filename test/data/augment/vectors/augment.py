"""Writes augment.json: images rotated, cropped, flipped, made brighter and given contrast by Pillow, with the parameters.

Run: python3 augment.py > augment.json
torchvision's functions on PIL images are the very calls below; `erase` is a NumPy slice set to zero.
"""
import base64
import json

import numpy as np
import PIL
from PIL import Image, ImageEnhance, ImageOps

random = np.random.RandomState(21)


def to_image(planes):
    return Image.fromarray(planes[0] if len(planes) == 1 else planes.transpose(1, 2, 0))


def planes_of(image):
    array = np.asarray(image)
    return array[None] if array.ndim == 2 else array.transpose(2, 0, 1)


def encode(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


def smooth(channels, height, width):
    rows, columns = np.mgrid[0:height, 0:width]
    waves = [127 + 127 * np.sin(rows / 4 + channel) * np.cos(columns / 3) for channel in range(channels)]
    return np.stack(waves).astype(np.uint8)


images = []
for kind, channels, height, width in [("random", 1, 12, 12), ("smooth", 3, 8, 8), ("random", 3, 5, 9), ("smooth", 1, 7, 6)]:
    source = smooth(channels, height, width) if kind == "smooth" else random.randint(0, 256, (channels, height, width)).astype(np.uint8)
    image = to_image(source)
    rotations = [dict(degrees=degrees, resampling=name, output=encode(planes_of(image.rotate(degrees, resample))))
                 for degrees in (0, 3.7, -10, 14.999, 45, -123.4, 359.5, 720.25)
                 for name, resample in (("nearest", Image.NEAREST), ("bilinear", Image.BILINEAR))]
    crops = []
    for padding, top, left, size in [(4, 0, 0, (height, width)), (4, 7, 2, (height, width)), (2, 1, 4, (height - 1, width - 2)), (0, 1, 2, (4, 3))]:
        padded = ImageOps.expand(image, border=padding, fill=0)
        cut = padded.crop((left, top, left + size[1], top + size[0]))
        crops.append(dict(padding=padding, top=top, left=left, height=size[0], width=size[1], output=encode(planes_of(cut))))
    factors = (0, 0.3, 0.613, 0.9999, 1, 1.2, 1.777, 4)
    images.append(dict(
        kind=kind, channels=channels, height=height, width=width, input=encode(source), rotations=rotations, crops=crops,
        horizontal=encode(planes_of(image.transpose(Image.FLIP_LEFT_RIGHT))),
        vertical=encode(planes_of(image.transpose(Image.FLIP_TOP_BOTTOM))),
        brightness=[dict(factor=factor, output=encode(planes_of(ImageEnhance.Brightness(image).enhance(factor)))) for factor in factors],
        contrast=[dict(factor=factor, output=encode(planes_of(ImageEnhance.Contrast(image).enhance(factor)))) for factor in factors],
    ))

# Many angles on one image, by digest of each output's bytes as a polynomial: small, and every pixel counts.
source = random.randint(0, 256, (1, 28, 28)).astype(np.uint8)
angles = np.round(random.uniform(-180, 180, 200), 6)
sums = {name: [int(np.asarray(to_image(source).rotate(float(angle), resample)).astype(np.int64).ravel() @ np.arange(1, 785))
               for angle in angles] for name, resample in (("nearest", Image.NEAREST), ("bilinear", Image.BILINEAR))}
print(json.dumps(dict(made_with=f"Pillow {PIL.__version__}, NumPy {np.__version__}", images=images,
                      turned=dict(input=encode(source), angles=angles.tolist(), **sums))))
