"""Levels of HSCAE's hierarchy in PyTorch, float64: images passed again and again, for climb-levels.test.ts.

The networks (HSCAE, the classifier ResNet-18, the VGG whose third block's activations the content distance compares) and
their drawn weights are those of test/models/networks/vectors; running statistics are those of the images themselves, told as
float32, so that activations are of usual size. SSIM is scikit-image's. Distances compare each image with what so many passes
made of it.
Run: python3 levels.py (torch 1.13, scikit-image); writes levels.json
"""
import json
import pathlib
import sys

import torch
from skimage.metrics import structural_similarity

here = pathlib.Path(__file__)
sys.path.insert(0, str(here.parents[3] / "models" / "networks" / "vectors"))
from classifiers import Numbers, blocks, digest, resnet18, uniform  # noqa: E402
from hscae import hscae  # noqa: E402

COUNT, LEVELS, MEAN, DEVIATION = 7, 5, 0.1307, 0.3081
# An untrained autoencoder makes a hundred times more of a difference at each pass, that of rounding too. Variances so much
# larger make the passes nearly neutral.
CALM = 1.4


def images():
    """Stripes of drawn directions and lengths, a little noise on them, in [0, 1]."""
    rows, columns = torch.meshgrid(torch.arange(28.0), torch.arange(28.0), indexing="ij")
    drawn = 6 * uniform("stripes", 3 * COUNT).double().view(COUNT, 3, 1, 1)
    waves = torch.sin((drawn[:, 0] - 3) * rows.double() / 6 + (drawn[:, 1] - 3) * columns.double() / 6 + drawn[:, 2])
    noise = uniform("noise", COUNT * 784).double().view(COUNT, 28, 28)
    return (0.4 + 0.4 * waves + 0.2 * noise).float().double()[:, None]


class Networks:
    def __init__(self, x, conditioned):
        self.conditioned, self.numbers = conditioned, [Numbers(torch.float64) for _ in range(3)]
        for _ in range(200):
            self.passed(x, torch.softmax(self.logits(x), 1))
            self.content(x)
        for at, numbers in enumerate(self.numbers):
            numbers.training = False
            for name, state in numbers.states.items():
                calmed = CALM if at == 0 and name.endswith(".variance") else 1
                state.copy_((calmed * state).float())

    def passed(self, x, condition):
        return hscae(self.numbers[0], x, condition if self.conditioned else None, torch.relu)[0]

    def logits(self, x):
        return resnet18(self.numbers[1], (x - MEAN) / DEVIATION, torch.relu, "cifar")

    def content(self, x):
        return list(blocks(self.numbers[2], (x - MEAN) / DEVIATION, torch.relu))[2]

    def states(self):
        return {name: told(state) for numbers in self.numbers for name, state in numbers.states.items()}


def told(array):
    return [float(f"{v:.9g}") for v in array.flatten().tolist()]


def distances(networks, x, y):
    before, after = (torch.softmax(networks.logits(each) / 2, 1) for each in (x, y))
    sides = [(a[0].numpy(), b[0].numpy()) for a, b in zip(x, y)]
    return {
        "softmax": told(((before - after) ** 2).mean(1)),
        "max-softmax": told((before.max(1).values - after.max(1).values).abs()),
        "squared-error": told(((x - y) ** 2).mean((1, 2, 3))),
        "content": told(((networks.content(x) - networks.content(y)) ** 2).mean((1, 2, 3))),
        "ssim": [float(f"{1 - structural_similarity(a, b, data_range=1):.9g}") for a, b in sides],
    }


def climbed(networks, x, condition):
    """Explicit passes, the classifier asked anew of what goes in, or once of the image."""
    levels, y = [], x
    for _ in range(LEVELS):
        y = networks.passed(y, torch.softmax(networks.logits(y if condition == "predicted again" else x), 1))
        logits = networks.logits(y)
        levels.append(
            {
                "condition": condition,
                "distances": distances(networks, x, y),
                "recognition": told(torch.softmax(logits, 1).max(1).values),
                "sameClass": (logits.argmax(1) == networks.logits(x).argmax(1)).int().tolist(),
                "reconstructions": digest("reconstructions", y, 8),
            }
        )
    return levels


torch.set_num_threads(1)
cases = []
with torch.no_grad():
    x = images()
    for variant, conditions in (("hscae", ("predicted again", "kept")), ("unconditioned", ("none",))):
        networks = Networks(x, variant == "hscae")
        cases.append(
            {
                "variant": variant,
                "states": networks.states(),
                "logits": told(networks.logits(x)),
                "levels": [level for condition in conditions for level in climbed(networks, x, condition)],
            }
        )
lines = [json.dumps(case, separators=(",", ":")) for case in cases]
here.with_suffix(".json").write_text(f'{{"images":{json.dumps(digest("images", x, 8))},"cases":[\n' + ",\n".join(lines) + "\n]}\n")
