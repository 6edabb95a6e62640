"""Writes images.txt: IDX files, a line each with a name and the bytes in hexadecimal, and the numbers
they hold.

Python 3.11, numpy 2.4.6. Run: python images.py
The bytes of the numbers are NumPy's; the format is described in <http://yann.lecun.com/exdb/mnist/>.
"""

import struct

import numpy as np

random = np.random.default_rng(2)
with open("images.txt", "w") as file:
    for code, kind in [(8, ">u1"), (9, ">i1"), (11, ">i2"), (12, ">i4"), (13, ">f4"), (14, ">f8")]:
        if kind[1] == "f":
            numbers = random.standard_normal((3, 2, 2)).astype(kind)
        else:
            limits = np.iinfo(kind)
            numbers = random.integers(limits.min, limits.max, (3, 2, 2), endpoint=True).astype(kind)
        packed = struct.pack(">BBBB3I", 0, 0, code, 3, 3, 2, 2) + numbers.tobytes()
        print(kind[1:], packed.hex(), *(repr(float(x)) for x in numbers.ravel()), file=file)
