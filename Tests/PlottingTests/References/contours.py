"""Lines of equal value by contourpy 1.3.3 (what matplotlib 3.11.2 draws contours with).

Writes contours.csv: function, level, number of lines, total length; numpy 2.4.6. The functions are
sampled at 41 x 31 places on [-2, 2] x [-1.5, 1.5]; a saddle is decided by the mean of its corners,
which is contourpy's serial algorithm without quad_as_tri and corner_mask.
"""

import contourpy
import numpy as np

x = np.linspace(-2, 2, 41)
y = np.linspace(-1.5, 1.5, 31)
X, Y = np.meshgrid(x, y)
FUNCTIONS = {
    "bowl": X * X + 2 * Y * Y,
    "saddle": X * Y,
    "rosenbrock": 100 * (Y - X * X) ** 2 + (1 - X) ** 2,
    "waves": (X + 0.5 * Y) ** 3 - 3 * (X + 0.5 * Y) + Y * Y,
}

with open("contours.csv", "w") as file:
    file.write("function,level,lines,length\n")
    for name, values in FUNCTIONS.items():
        generator = contourpy.contour_generator(x, y, values, name="serial")
        for level in [-0.75, 0.3, 1.1, 4.7]:
            lines = generator.lines(level)
            length = sum(
                float(np.sum(np.hypot(*np.diff(line, axis=0).T))) for line in lines
            )
            file.write(f"{name},{level},{len(lines)},{length!r}\n")
