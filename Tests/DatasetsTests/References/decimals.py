"""Writes decimals.txt: texts of numbers with the bits that Python's float reads from them.

Python 3.11, no packages (its parser is David Gay's). Run: python decimals.py
"""

import math
import random
import struct
from decimal import Decimal, getcontext
from fractions import Fraction

random.seed(3)
getcontext().prec = 400

def double(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]

texts = ["0", "-0", "+1.", "-.5", "1e22", "1e23", "9007199254740993", "8.5e-323", "4.9e-324"]
texts += ["2.4703282292062327208e-324", "2.4703282292062328e-324", "1e-400", "0e999999999999"]
texts += ["1.7976931348623157e308", "179769313486231570000" + "0" * 288, "00012.50", "1E5", "1e+05"]
texts += ["2.2250738585072011e-308", "0.1000000000000000055511151231257827021181583404541015625"]
texts += ["123456789012345678", "1234567890123456789", "0." + "0" * 30 + "123456789012345678"]
for _ in range(150):
    texts.append(repr(double(random.randrange(1, 0x7FF0000000000000))))
for _ in range(150):
    texts.append(f"{random.uniform(-1000, 1000):.{random.randint(0, 25)}f}")
for _ in range(100):
    # Halfway between two doubles, and just above.
    bits = random.randrange(0x3C00000000000000, 0x4300000000000000)
    middle = (Decimal(double(bits)) + Decimal(double(bits + 1))) / 2
    texts += [f"{middle:f}", f"{middle:f}1"]
for _ in range(300):
    # Many digits and a small power of ten, as in the shortest text of most doubles.
    digits, point = random.randint(16, 20), random.randint(0, 22)
    texts.append(f"{random.randrange(10 ** (digits - 1), 10**digits)}e-{point}")
for _ in range(20):
    # Halfway cases with few enough digits.
    texts.append(f"{2**53 + 2 * random.randrange(10**6) + 1}.0")
    texts.append(f"{2**52 + random.randrange(10**6)}.{random.choice([25, 75])}")
    texts.append(f"{2**50 + random.randrange(10**6)}.{random.choice(['0625', '1875', '4375'])}")
for _ in range(100_000):
    # Just above the middle of two doubles.
    digits, point = random.randrange(10**17, 10**19), random.randint(1, 19)
    exact = Fraction(digits, 10**point)
    nearest = digits / 10**point
    above = (exact - Fraction(nearest)) / Fraction(math.ulp(nearest)) % 1
    if Fraction(1, 2) < above < Fraction(1, 2) + Fraction(1, 2**11):
        texts.append(f"{digits}e-{point}")
with open("decimals.txt", "w") as file:
    for text in texts:
        print(text, struct.pack(">d", float(text)).hex(), file=file)
