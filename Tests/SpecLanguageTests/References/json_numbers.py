"""Numbers as JSON writes them, with the double nearest to each and the whole number it is, if any.

Made with Python 3.11 (standard library only): python3 json_numbers.py > json_numbers.txt
Python's float() rounds correctly and Fraction is exact. Each line: literal, bits of the double in
hexadecimal ("large" beyond the range of a double), the whole number if it is one of 64 bits, else "-".
"""

import math
import random
import struct
from fractions import Fraction

LITERALS = """0 -0 0.0 -0.0 0e9 0e-400 1 -1 4.0 1e2 1E+2 1e-2 100e-2 100e-3 2.5 -2.50 0.1 0.3 1e23
8.5e22 9007199254740991 9007199254740992 9007199254740993 9007199254740993.0 9223372036854775807
9223372036854775808 -9223372036854775808 -9223372036854775809 9.223372036854775807e18
1.0000000000000000000000001 1.00000000000000000000000000 123456789012345678901234567890
1e18 1e19 1e308 1.7976931348623157e308 1.7976931348623158e308 1.7976931348623159e308 1e309 -1e400
2.2250738585072014e-308 2.2250738585072011e-308 5e-324 4.9e-324 2.4703282292062328e-324
2.4703282292062327e-324 1e-400 1e99999999999999999999 1e-99999999999999999999
0e99999999999999999999 0.000000000000000000001e21 10000000000000000000000e-21
6.62607015e-34 179769313486231580793728971405301e276""".split()

generator = random.Random(20260101)
for _ in range(400):
    digits = str(generator.randrange(10 ** generator.randrange(1, 25)))
    point = generator.randrange(1, len(digits) + 1)
    text = digits[:point] + ("." + digits[point:] if point < len(digits) else "")
    if len(text.split(".")[0]) > 1:
        text = text.lstrip("0") if text.split(".")[0].lstrip("0") else "0." + (text.split(".") + ["0"])[1]
    if generator.random() < 0.6:
        text += generator.choice("eE") + generator.choice(["", "+", "-"]) + str(generator.randrange(320))
    LITERALS.append(generator.choice(["", "-"]) + text)

for literal in LITERALS:
    value = float(literal)
    bits = "large" if math.isinf(value) else struct.pack(">d", value + 0.0).hex()
    mantissa, _, exponent = literal.lower().partition("e")
    whole = "-"
    if Fraction(mantissa) == 0:
        whole = "0"
    elif abs(int(exponent or "0")) < 1000:
        exact = Fraction(literal)
        if exact.denominator == 1 and -(2**63) <= exact < 2**63:
            whole = str(exact.numerator)
    print(literal, bits, whole, sep="\t")
