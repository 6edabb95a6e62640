"""Writes libsvm.svm, made by scikit-learn's own writer, and libsvm.txt, what its reader makes of it.

Python 3.11, scikit-learn 1.9.1, numpy 2.4.6. Run: python libsvm.py
libsvm.txt: row starts, columns, bits of the values, labels.
"""

import struct

import numpy as np
import sklearn.datasets

random = np.random.default_rng(8)
dense = random.standard_normal((40, 30)) * (random.random((40, 30)) < 0.15)
labels = random.integers(-1, 3, 40)
sklearn.datasets.dump_svmlight_file(
    dense, labels, "libsvm.svm", zero_based=False, comment="random numbers")
features, targets = sklearn.datasets.load_svmlight_file("libsvm.svm", zero_based=False)
with open("libsvm.txt", "w") as file:
    print(*features.indptr, file=file)
    print(*features.indices, file=file)
    print(*(struct.pack(">d", value).hex() for value in features.data), file=file)
    print(*(int(label) for label in targets), file=file)
