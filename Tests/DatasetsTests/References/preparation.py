"""Writes split.txt and scaling.txt.

Python 3.11, numpy 2.4.6, scikit-learn 1.9.1. Run: python preparation.py
split.txt: the article's split of the diabetes data, `training`, `validation` and `test` rows, in order.
scaling.txt: bits of mean and scale of each raw diabetes column, then of the target, by
sklearn.preprocessing.StandardScaler fitted on the training rows of that split, and a line with the
features of example 5 as it transforms them.
"""

import struct

import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import StandardScaler

# The article's order, with NumPy's generator.
np.random.seed(42)
first = np.random.permutation(442)
test, rest = first[:88], first[88:]
second = np.random.permutation(354)
validation, training = rest[second[:70]], rest[second[70:]]

# The three errors of least squares say that this is the article's split.
data = load_diabetes()
design = np.c_[data.data, np.ones(442)]
weights = np.linalg.lstsq(design[training], data.target[training], rcond=None)[0]
for rows, expected in [
    (training, 2813.2590327034113),
    (validation, 3185.514718159441),
    (test, 2969.9117738246246),
]:
    error = np.mean((design[rows] @ weights - data.target[rows]) ** 2)
    assert abs(error / expected - 1) < 1e-12


def hexadecimal(values):
    return " ".join(struct.pack(">d", value).hex() for value in values)


raw = load_diabetes(scaled=False)
features = StandardScaler().fit(raw.data[training])
target = StandardScaler().fit(raw.target[training, None])
with open("split.txt", "w") as file:
    print("training", *training, file=file)
    print("validation", *validation, file=file)
    print("test", *test, file=file)
with open("scaling.txt", "w") as file:
    print(hexadecimal(features.mean_), file=file)
    print(hexadecimal(features.scale_), file=file)
    print(hexadecimal(target.mean_), hexadecimal(target.scale_), file=file)
    print(hexadecimal(features.transform(raw.data[5:6])[0]), file=file)
