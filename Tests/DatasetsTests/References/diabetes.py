"""Writes ../../../Sources/Datasets/Tables/diabetes_raw.csv, and diabetes.txt for the tests.

Python 3.11, scikit-learn 1.9.1, numpy 2.4.6. Run: python diabetes.py
diabetes.txt: one example a line, the bits of scikit-learn's ten scaled features.
"""

import gzip
import hashlib
import pathlib
import struct

import sklearn.datasets

source = pathlib.Path(sklearn.datasets.__file__).parent / "data"
digests = {
    "diabetes_data_raw.csv.gz": "7fc0ded571454b1982210d3bb43f0aca44eae01a0b8654a3b24022bdb6b38009",
    "diabetes_target.csv.gz": "8e53f65eb811df43c206f3534bb3af0e5fed213bc37ed6ba36310157d6023803",
}


def lines(name):
    packed = (source / name).read_bytes()
    assert hashlib.sha256(packed).hexdigest() == digests[name]
    return gzip.decompress(packed).decode().split("\n")[:-1]


bunch = sklearn.datasets.load_diabetes()
names = bunch.feature_names + ["target"]
folder = pathlib.Path(__file__).parent
table = folder / "../../../Sources/Datasets/Tables/diabetes_raw.csv"
with open(table, "w") as file:
    print(*names, sep=",", file=file)
    features, targets = lines("diabetes_data_raw.csv.gz"), lines("diabetes_target.csv.gz")
    for row, target in zip(features, targets, strict=True):
        print(*row.split(), f"{float(target):.0f}", sep=",", file=file)
print(table.name, hashlib.sha256(table.read_bytes()).hexdigest())
with open(folder / "diabetes.txt", "w") as file:
    for row in bunch.data:
        print(*(struct.pack(">d", value).hex() for value in row), file=file)
