"""Writes images-and-classes.json: spectral energies, mean cosines and confusion matrices by NumPy and scikit-learn.

Run: python3 images_and_classes.py > images-and-classes.json
"""
import json

import numpy as np
import sklearn
from sklearn import metrics
from sklearn.metrics.pairwise import cosine_similarity

random = np.random.RandomState(9)


def spectral(image, radii):
    energy = np.abs(np.fft.fft2(image)) ** 2
    energy[0, 0] = 0
    rows, columns = np.meshgrid(np.fft.fftfreq(image.shape[0]), np.fft.fftfreq(image.shape[1]), indexing="ij")
    distance = np.hypot(rows, columns)
    return dict(height=image.shape[0], width=image.shape[1], plane=image.ravel().tolist(),
                shares=[dict(radius=radius, share=float(energy[distance > radius].sum() / energy.sum())) for radius in radii])


def blurred(image):
    padded = np.pad(image, 1, mode="edge")
    return sum(padded[r:r + image.shape[0], c:c + image.shape[1]] for r in range(3) for c in range(3)) / 9


# Radii off the grid of frequencies, so that rounding does not decide on which side of the circle one lies.
radii = [0, 0.11, 0.26, 0.41, 0.6]
noise = random.randint(0, 256, (12, 12)).astype(float)
spectra = [spectral(noise, radii), spectral(np.round(blurred(noise), 6), radii), spectral(random.randint(0, 256, (9, 7)).astype(float), radii),
           spectral(random.randint(0, 256, (8, 11)) / 255, radii), spectral(np.eye(10), radii)]


def cosines(count, exemplars, dimension, classes, negative):
    vectors = np.round(random.rand(count, dimension) - negative, 4)
    examples = np.round(random.rand(exemplars, dimension) - negative, 4)
    labels = np.arange(exemplars) % classes
    table = cosine_similarity(vectors, examples)
    means = np.stack([table[:, labels == label].mean(axis=1) for label in range(classes)], axis=1)
    return dict(dimension=dimension, classCount=classes, vectors=vectors.ravel().tolist(), exemplars=examples.ravel().tolist(),
                classes=labels.tolist(), similarities=means.ravel().tolist(), predicted=means.argmax(axis=1).tolist())


def confusion(count, classes, right):
    actual = random.randint(0, classes, count)
    predicted = np.where(random.rand(count) < right, actual, random.randint(0, classes, count))
    return dict(classCount=classes, actual=actual.tolist(), predicted=predicted.tolist(),
                counts=metrics.confusion_matrix(actual, predicted, labels=range(classes)).ravel().tolist(),
                recalls=metrics.recall_score(actual, predicted, labels=range(classes), average=None).tolist(),
                accuracy=metrics.accuracy_score(actual, predicted),
                balancedAccuracy=metrics.balanced_accuracy_score(actual, predicted))


print(json.dumps(dict(
    made_with=f"NumPy {np.__version__}, scikit-learn {sklearn.__version__}", spectra=spectra,
    cosines=[cosines(7, 15, 12, 3, 0), cosines(6, 10, 8, 5, 0.5)], confusions=[confusion(80, 4, 0.6), confusion(60, 10, 0.8)],
)))
