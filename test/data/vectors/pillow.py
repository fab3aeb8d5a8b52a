"""Writes pillow.json: planes resized by Pillow, and images prepared by torchvision's steps on PIL images.

Run: python3 pillow.py > pillow.json (Pillow and PyTorch; torchvision's arithmetic is spelled out here)
"""
import base64
import hashlib
import json

import numpy as np
import PIL
import torch
from PIL import Image

random = np.random.RandomState(0)


def encode(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


resized = []
for height, width, to_height, to_width in [
    (28, 28, 256, 256), (32, 32, 256, 256), (28, 28, 32, 32), (28, 28, 28, 61), (5, 7, 3, 2), (40, 33, 13, 17),
    (32, 32, 8, 8), (1, 1, 4, 3), (9, 31, 30, 10),
]:
    plane = random.randint(0, 256, (height, width)).astype(np.uint8)
    if height == 40:
        plane = (plane > 127).astype(np.uint8) * 255
    out = np.asarray(Image.fromarray(plane).resize((to_width, to_height), Image.BILINEAR))
    resized.append(dict(
        height=height, width=width, toHeight=to_height, toWidth=to_width, input=encode(plane),
        sha256=hashlib.sha256(out.tobytes()).hexdigest(), **({"output": encode(out)} if out.size < 2000 else {}),
    ))

MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]


def resize_shorter(image, size):
    width, height = image.size
    shorter, longer = (width, height) if width <= height else (height, width)
    to = (size, int(size * longer / shorter))
    return image.resize(to if width <= height else to[::-1], Image.BILINEAR)


def centre_crop(image, size):
    width, height = image.size
    top, left = int(round((height - size) / 2.0)), int(round((width - size) / 2.0))
    return image.crop((left, top, left + size, top + size))


prepared = []
for channels, height, width, resize, crop in [(1, 28, 28, 256, 224), (3, 32, 32, 256, 224), (3, 20, 33, 16, 11)]:
    image = random.randint(0, 256, (channels, height, width)).astype(np.uint8)
    source = image[0] if channels == 1 else image.transpose(1, 2, 0)
    cut = np.asarray(centre_crop(resize_shorter(Image.fromarray(source), resize), crop))
    cut = np.stack([cut] * 3, axis=-1) if channels == 1 else cut
    tensor = torch.from_numpy(cut.transpose(2, 0, 1).copy()).to(torch.float32).div(255)
    tensor = (tensor - torch.tensor(MEAN)[:, None, None]) / torch.tensor(STD)[:, None, None]
    prepared.append(dict(
        channels=channels, height=height, width=width, resize=resize, crop=crop, input=encode(image),
        first=tensor.flatten()[:8].tolist(), sha256=hashlib.sha256(tensor.contiguous().numpy().tobytes()).hexdigest(),
    ))

print(json.dumps(dict(made_with=f"Pillow {PIL.__version__}, PyTorch {torch.__version__}, NumPy {np.__version__}",
                      resized=resized, prepared=prepared), indent=1))
