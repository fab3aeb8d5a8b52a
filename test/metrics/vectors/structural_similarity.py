"""Writes structural-similarity.json: SSIM by scikit-image on small images.

Run: python3 structural_similarity.py > structural-similarity.json
"""
import json

import numpy as np
import skimage
from skimage.metrics import structural_similarity

random = np.random.RandomState(11)


def smooth(channels, height, width):
    rows, columns = np.mgrid[0:height, 0:width]
    return np.stack([127 + 100 * np.sin(rows / 3 + channel) * np.cos(columns / 4) for channel in range(channels)])


def case(name, first, second, data_range):
    first, second = np.asarray(first), np.asarray(second)
    values = []
    for window, options in [
        ({"kind": "uniform"}, {}),
        ({"kind": "uniform", "side": 5, "covariance": "population"}, dict(win_size=5, use_sample_covariance=False)),
        ({"kind": "gaussian"}, dict(gaussian_weights=True)),
        ({"kind": "gaussian", "covariance": "population"}, dict(gaussian_weights=True, use_sample_covariance=False)),
        ({"kind": "gaussian", "sigma": 1}, dict(gaussian_weights=True, sigma=1)),
    ]:
        value = structural_similarity(first.astype(float), second.astype(float), data_range=data_range, channel_axis=0, **options)
        values.append(dict(window=window, value=float(value)))
    channels, height, width = first.shape
    return dict(name=name, channels=channels, height=height, width=width, dataRange=data_range,
                first=first.ravel().tolist(), second=second.ravel().tolist(), values=values)


grey = np.round(smooth(1, 14, 13)).astype(int)
colour = np.round(smooth(3, 11, 12)).astype(int)
noise = lambda image, size: np.clip(image + random.randint(-size, size + 1, image.shape), 0, 255)
cases = [
    case("grey bytes, a little noise", grey, noise(grey, 8), 255),
    case("grey bytes, much noise", grey, noise(grey, 90), 255),
    case("inverted", grey, 255 - grey, 255),
    case("colour", colour, noise(colour, 30), 255),
    case("constant images", np.full((1, 12, 12), 40), np.full((1, 12, 12), 90), 255),
    case("in [0, 1]", np.round(random.rand(1, 11, 11), 4), np.round(random.rand(1, 11, 11), 4), 1),
    case("sparse, as digits", (random.rand(1, 12, 12) > .8) * 200, (random.rand(1, 12, 12) > .8) * 200, 255),
]
print(json.dumps(dict(made_with=f"scikit-image {skimage.__version__}, NumPy {np.__version__}", cases=cases)))
