"""Writes synthetic.txt: synthetic tables after their documented definitions, from NumPy's Philox words.

Python 3.11, numpy 2.4.6. Run: python synthetic.py
Lines: a name; the features row by row (for the sparse table the columns, then the values); the targets.
"""

import math
import struct

import numpy as np


def words(counter, key, count):
    # NumPy raises the counter before each block.
    start = (counter - 1) % 2**256
    return [int(w) for w in np.random.Philox(key=key, counter=start).random_raw(count)]


def key_of(seed, purpose, name):
    """The key of a stream: the message of seed, purpose and name, chained through Philox."""
    message = struct.pack("<Q", seed)
    for field in (purpose.encode(), name.encode()):
        message += struct.pack("<Q", len(field)) + field
    message += bytes(-len(message) % 32)
    key = 0
    for start in range(0, len(message), 32):
        block = words(int.from_bytes(message[start : start + 32], "little"), key, 2)
        key = block[0] | block[1] << 64
    return key


class Stream:
    def __init__(self, seed, name):
        self.raw = np.random.Philox(key=key_of(seed, "data", name))
        self.spare = None

    def word(self):
        return int(self.raw.random_raw())

    def uniform(self):
        return (self.word() >> 11) * 2.0**-53

    def below(self, bound):
        while True:
            product = self.word() * bound
            if product % 2**64 >= 2**64 % bound:
                return product >> 64

    def normal(self):
        if self.spare is not None:
            value, self.spare = self.spare, None
            return value
        while True:
            x1, x2 = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            square = x1 * x1 + x2 * x2
            if 0 < square < 1:
                factor = math.sqrt(-2 * math.log(square) / square)
                self.spare = factor * x2
                return factor * x1

    def permutation(self, count):
        order = list(range(count))
        for index in range(count - 1, 0, -1):
            other = self.below(index + 1)
            order[index], order[other] = order[other], order[index]
        return order


def weights(stream, features, informative, outputs):
    chosen = stream.permutation(features)[:informative]
    table = np.zeros((outputs, features))
    for output in range(outputs):
        for column in chosen:
            table[output, column] = stream.normal()
    return table


def deviations(features, condition):
    return [condition ** (0.5 * j / (features - 1)) for j in range(features)]


lines = []
# regression: 5 x 4, 2 informative, noise 0.5, condition 100, seed 3
stream = Stream(3, "regression")
w = weights(stream, 4, 2, 1)[0]
rows, targets = [], []
for _ in range(5):
    row = [d * stream.normal() for d in deviations(4, 100)]
    targets.append(float(np.dot(row, w)) + 0.5 * stream.normal())
    rows += row
lines += ["regression", rows, targets]

# classification: 6 x 3, 2 informative, noise 0.25, condition 10, 3 classes, seed 4
stream = Stream(4, "classification")
w = weights(stream, 3, 2, 3)
rows, targets = [], []
for _ in range(6):
    row = [d * stream.normal() for d in deviations(3, 10)]
    scores = [float(np.dot(row, v)) + 0.25 * stream.normal() for v in w]
    targets.append(int(np.argmax(scores)))
    rows += row
lines += ["classification", rows, targets]

# sparse_classification: 8 x 50, 20 informative, noise 0.1, density 0.3, 2 classes, seed 5
stream = Stream(5, "sparse_classification")
w = weights(stream, 50, 20, 2)
columns, values, targets = [], [], []
for _ in range(8):
    taken = set()
    for _ in range(15):
        column = math.floor(51 ** stream.uniform()) - 1
        while column in taken:
            column = (column + 1) % 50
        taken.add(column)
    row = sorted(taken)
    numbers = [stream.normal() for _ in row]
    scores = [sum(x * v[j] for x, j in zip(numbers, row)) + 0.1 * stream.normal() for v in w]
    targets.append(int(np.argmax(scores)))
    columns += row
    values += numbers
lines += ["sparse_classification", columns, values, targets]

with open("synthetic.txt", "w") as file:
    for line in lines:
        print(line if isinstance(line, str) else " ".join(repr(x) for x in line), file=file)
