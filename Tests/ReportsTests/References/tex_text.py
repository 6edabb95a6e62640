"""TeX of bibliographies as plain text, and people as lists of references name them.

Made with Python 3.11, pylatexenc 2.10 and pybtex 0.25.1:

    python3 tex_text.py > tex_text.txt

Each line: "text" or "names", the TeX, and what it shows. Letters with accents are composed (NFC); an
apostrophe, which pylatexenc leaves straight, is curved as TeX prints it, and a tie is a space that does not break.
"""

import unicodedata

from pybtex.database import Person
from pylatexenc.latex2text import LatexNodes2Text

TEXTS = [
    r"Incorporating {Nesterov} Momentum into {Adam}", r"G{\"o}del", r"G{\"{o}}del", r"G\"odel",
    r"\'Etale caf\'{e}s", r"na{\"\i}ve", r"{\'\i}", r"Dem{\v s}ar", r"Dem\v{s}ar", r"Erd{\H o}s",
    r"{\AA}ngstr{\"o}m", r"S{\o}ren", r"{\L}ukasz", r"Stra{\ss}e", r"Ak\c{c}a", r"Pr\'ikryl \v{R}",
    r"pages 1--30 --- all", r"``quoted'' words", r"the rule's", r"100\% \& more \$5 \#1 a\_b",
    r"\emph{very} fast", r"{\em very} fast", r"\textbf{B} and \textit{I}", r"a~b", r"\{braces\}",
    r"{\c C}a\u{g}lar", r"Nguy\~{\^e}n", r"\k{a}", r"\.{Z}", r"\=a", r"\r{u}", r"\^{\i}", r"\`a\`e",
    r"{\ae}{\OE}", r"{$\beta_1$} and $\epsilon$", r"Th\'{e}or\`{e}me de {\'E}. Cartan",
]
NAMES = [
    "Dozat, Timothy", "Timothy Dozat", "Kingma, Diederik P. and Ba, Jimmy",
    "Loshchilov, Ilya and Hutter, Frank and Knuth, Donald E.", r"{\"O}zg{\"u}r Ak\c{c}a",
    "{The Adam Team}", "{Research and Development} and Ba, Jimmy", "van der Maaten, Laurens",
    "Ludwig van Beethoven", "King, Jr, Martin Luther", "{Barnes and Noble}",
    r"Dem{\v s}ar, Janez",
]

TIE = "\u00a0"
plain = LatexNodes2Text(math_mode="text", keep_braced_groups=False).latex_to_text


def show(tex):
    return unicodedata.normalize("NFC", plain(tex.replace("~", TIE) if r"\~" not in tex else tex)).replace("'", "\u2019")


def person(text):
    p = Person(text)
    parts = p.first_names + p.middle_names + p.prelast_names + p.last_names
    name = " ".join(show(part) for part in parts)
    return name + ("".join(", " + show(part) for part in p.lineage_names))


def people(field):
    from pybtex.bibtex.utils import split_name_list

    names = [person(name) for name in split_name_list(field)]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


for tex in TEXTS:
    print("text", tex, show(tex), sep="\t")
for field in NAMES:
    print("names", field, people(field), sep="\t")
