"""What another reader of BibTeX finds in bibliography.bib.

Made with Python 3.11 and pybtex 0.25.1:

    python3 bibliography.py > bibliography.txt

Each line: the key of a work, its kind, the name of a field and its value as TeX. People are left to the
field as it stands, which pybtex takes apart; they are read again without that.
"""

import pathlib

from pybtex.database.input import bibtex

HERE = pathlib.Path(__file__).parent


class Parser(bibtex.Parser):
    """A parser that takes no names apart."""

    def process_entry(self, entry_type, key, fields):
        for name, pieces in fields:
            value = " ".join("".join(pieces).split())
            print(key, entry_type.lower(), name.lower(), value, sep="\t")


# A percent sign is no remark in BibTeX; here it is one between entries.
text = "\n".join(
    line for line in (HERE / "bibliography.bib").read_text().split("\n") if not line.startswith("%")
)
Parser().parse_string(text)
