"""Writes philox.txt: raw words, keys, numbers below a bound and permutations by numpy.random.Philox.

Python 3.11, numpy 2.4.6. Run: python philox.py
Lines: `raw key0 key1 c0 c1 c2 c3 words...` (12 words), all hexadecimal;
`key seed purpose name key0 key1`, the key derived through NumPy's blocks.
"""

import struct

import numpy as np

full = 2**64 - 1


def words(values):
    return " ".join(f"{int(value):016x}" for value in values)


def block(key, counter):
    """One block at exactly `counter`: NumPy adds one before it computes."""
    number = sum(word << (64 * place) for place, word in enumerate(counter))
    return np.random.Philox(key=key, counter=(number - 1) % 2**256).random_raw(4)


def as_key(words):
    return int(words[0]) | int(words[1]) << 64


def derive(seed, purpose, name):
    message = struct.pack("<Q", seed)
    for field in (purpose.encode(), name.encode()):
        message += struct.pack("<Q", len(field)) + field
    message += bytes(-len(message) % 32)
    key = (0, 0)
    for start in range(0, len(message), 32):
        counter = struct.unpack("<4Q", message[start : start + 32])
        key = block(as_key(key), counter)[:2]
    return key


with open("philox.txt", "w") as file:
    for key in [(0, 0), (1, 2), (full, full), (0x123456789ABCDEF0, 42)]:
        for counter in [
            (0, 0, 0, 0),
            (full, 0, 0, 0),
            (full - 1, full, 0, 0),
            (full, full, full, 0),
            (full, full, full, full),
            (1, 2, 3, 4),
        ]:
            number = sum(word << (64 * place) for place, word in enumerate(counter))
            raw = np.random.Philox(key=as_key(key), counter=number).random_raw(12)
            print("raw", words(key), words(counter), words(raw), file=file)
    for seed, purpose, name in [
        (0, "split", "diabetes"),
        (1, "split", "diabetes"),
        (0, "initial", "diabetes"),
        (0, "splitd", "iabetes"),
        (4294967295, "order", "당뇨병"),
        (7, "p", "a name of a length beyond two blocks of the compression function"),
    ]:
        derived = derive(seed, purpose, name)
        print("key", seed, purpose, name.replace(" ", "_"), words(derived), sep="\t", file=file)
