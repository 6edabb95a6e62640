"""Colours in CIELAB as readers with other colour vision see them.

Made with Python 3.11, numpy 2.4.6 and colour-science 0.4.6:

    python3 color_vision.py > color_vision.csv

Machado, Oliveira and Fernandes (2009), severity 1, applied to linear sRGB; grey print keeps the
luminance (IEC 61966-2-1). Then CIELAB under D65. Each row: the colour's sRGB code, the vision, L*, a*
and b*.
"""

import warnings

warnings.filterwarnings("ignore")

import colour  # noqa: E402
import numpy  # noqa: E402

CODES = """
0072B2 E69F00 009E73 000000 D55E00 56B4E9 CC79A7 3B82D0 F2B233 00B98A F0F6FC E2672C 9AD9FF D98CC4
4477AA EE6677 CCBB44 AA3377 228833 66CCEE BBBBBB 5588C0 F2808F E0D060 B8508C 2FA84F 88DDF5 FFFFFF
010203 FF0000 00FF00 0000FF
""".split()

SPACE = colour.RGB_COLOURSPACES["sRGB"]
WHITE = colour.CCS_ILLUMINANTS["CIE 1931 2 Degree Standard Observer"]["D65"]
TO_XYZ = SPACE.matrix_RGB_to_XYZ
VISIONS = {
    "protanopia": colour.blindness.matrix_cvd_Machado2009("Protanomaly", 1.0),
    "deuteranopia": colour.blindness.matrix_cvd_Machado2009("Deuteranomaly", 1.0),
    "tritanopia": colour.blindness.matrix_cvd_Machado2009("Tritanomaly", 1.0),
    "usual": numpy.eye(3),
    "grey": numpy.tile(TO_XYZ[1], (3, 1)),
}

print("code,vision,lightness,green_red,blue_yellow")
for code in CODES:
    rgb = numpy.array([int(code[place : place + 2], 16) / 255 for place in (0, 2, 4)])
    linear = colour.cctf_decoding(rgb, "sRGB")
    for vision, matrix in VISIONS.items():
        seen = numpy.clip(matrix @ linear, 0, 1)
        lab = colour.XYZ_to_Lab(TO_XYZ @ seen, WHITE)
        print(code, vision, *(f"{part:.3f}" for part in lab), sep=",")
