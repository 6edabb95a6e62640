"""Radical inverses with permuted digits, by SciPy.

Made with Python 3.11, numpy 2.4.6 and scipy 1.17.1:

    python halton.py > halton.json

A column holds one base: permutations drawn by SciPy, indices, and SciPy's numbers there, which it computes from
index 0 on. `plain` holds the numbers without permutations.
"""

import json

import numpy as np
from scipy.stats._qmc import _van_der_corput_permutations, van_der_corput

INDICES = [*range(30), 97, 360, 2047, 59_048, 100_000]


def column(base, rng):
    permutations = _van_der_corput_permutations(base, rng=rng)
    count = INDICES[-1] + 1
    scrambled = van_der_corput(count, base, scramble=True, permutations=permutations)
    plain = van_der_corput(count, base)
    return {"base": base, "permutations": permutations.tolist(),
            "scrambled": scrambled[INDICES].tolist(), "plain": plain[INDICES].tolist()}


rng = np.random.default_rng(7)
print(json.dumps({"indices": INDICES, "columns": [column(base, rng) for base in (2, 3, 7, 13)]}))
