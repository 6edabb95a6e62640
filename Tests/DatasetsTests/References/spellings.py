"""Writes spellings.jsonl and stratified.txt.

Python 3.11, numpy 2.4.6, pandas 2.3.3. Run: python spellings.py
spellings.jsonl: tables as people have them; each line has the text, the keys of a spec that read it, and
what pandas reads with the options of the same meaning: names and rows of the features, then the target y.
stratified.txt: rows of a target of three uneven classes, class by class with NumPy's generator: the seed,
then `training`, `validation` and `test` rows in order.
"""

import io
import json

import numpy as np
import pandas as pd

CASES = [
    ("decimal comma", "a;b;y\n1,5;-7,25;23\n-2,5e2;+,5;13\n3;4,;1\n",
     {"delimiter": ";", "decimal": ","}, dict(sep=";", decimal=",")),
    ("points between groups", "a;b;y\n1.234,5;-7;23\n12.345.678;0,25;13\n999;1.000;1\n",
     {"delimiter": ";", "decimal": ",", "thousands": "."}, dict(sep=";", decimal=",", thousands=".")),
    ("commas between groups, quoted", 'a,b,y\n"1,234.5",2,3\n"-12,345,678",5,6\n7,"1,000",9\n',
     {"thousands": ","}, dict(thousands=",")),
    ("runs of spaces", "   a     b  y  \n  0.1   1   2.0\n\t20.5\t  2 \t 4.0   \n 3 4 5\n",
     {"delimiter": "whitespace"}, dict(sep=r"\s+")),
    ("runs of spaces and quotes", "a b y\n'x' 1 2\n".replace("'x'", '"3"') + '"4"  5   6\n',
     {"delimiter": "whitespace"}, dict(sep=r"\s+")),
    ("comments", "# made by hand\na,b,y\n#1,2,3\n1,2,3\n4,5,6\n# the end\n",
     {"comment": "#"}, dict(comment="#")),
    ("row names of R", '"a","b","y"\n"r1",1,7,23\n"r2",2,3,13\n', {"row_names": True}, dict()),
    ("row names with a name", ',a,b,y\n0,1,7,23\n1,2,3,13\n', {"row_names": True}, dict(index_col=0)),
    ("row names with another", 'id,a,b,y\nx,1,7,23\ny,2,3,13\n', {"row_names": True}, dict(index_col=0)),
    ("true and false", "a,b,y\nTrue,FALSE,1\nfalse,true,2\nTRUE,False,3\n", {}, dict(dtype={"a": bool, "b": bool})),
    ("byte-order mark, CRLF, tab at the end", "\ufeffa\tb\ty\t\r\n1\t2\t3\t\r\n4\t5\t6\t\r\n",
     {"delimiter": "\t"}, dict(sep="\t", usecols=["a", "b", "y"])),
]

MISSING = ["", "NA", "N/A", "n/a", "#N/A", "NULL", "null", "None", "nan", "NaN", "-nan", "<NA>"]

with open("spellings.jsonl", "w") as file:
    for name, text, keys, options in CASES:
        table = pd.read_csv(io.StringIO(text.lstrip("\ufeff")), **options)
        features = table.drop(columns="y").astype(float)
        print(json.dumps({
            "name": name, "text": text, "keys": keys, "names": list(features.columns),
            "rows": features.values.tolist(), "target": table["y"].astype(float).tolist(),
        }), file=file)
    # Each usual spelling of a missing value; rows with one are dropped.
    text = "a,b,y\n" + "".join(f"{i},{word},{i}\n{i}.5,7,1\n" for i, word in enumerate(MISSING))
    table = pd.read_csv(io.StringIO(text)).dropna()
    assert len(table) == len(MISSING)
    print(json.dumps({
        "name": "usual spellings of missing values", "text": text, "keys": {"missing": "drop"},
        "names": ["a", "b"], "rows": table[["a", "b"]].astype(float).values.tolist(),
        "target": table["y"].astype(float).tolist(),
    }), file=file)
    # Only the given ones count, numbers too; NA is then a category.
    text = "a,b,y\n1,u,2\n-999,v,3\n4,NA,5\n6,nix,7\n"
    table = pd.read_csv(io.StringIO(text), keep_default_na=False, na_values=["-999", "nix"]).dropna()
    dummies = pd.get_dummies(table[["b"]], prefix_sep="=")
    features = pd.concat([table[["a"]], dummies], axis=1).astype(float)
    print(json.dumps({
        "name": "given spellings of missing values", "text": text,
        "keys": {"missing": "drop", "missing_values": ["-999", "nix"], "categorical": ["b"]},
        "names": list(features.columns), "rows": features.values.tolist(),
        "target": table["y"].astype(float).tolist(),
    }), file=file)

with open("stratified.txt", "w") as file:
    classes = [2 if i % 11 == 5 else i % 2 for i in range(60)]
    for seed in range(3):
        np.random.seed(seed)
        parts = {"training": [], "validation": [], "test": []}
        for one in range(3):
            rows = np.array([row for row in range(60) if classes[row] == one])
            first = rows[np.random.permutation(len(rows))]
            test = int(len(rows) * 0.2)
            rest = first[test:]
            mixed = rest[np.random.permutation(len(rest))]
            validation = int(len(rest) * 0.25)
            parts["test"] += list(first[:test])
            parts["validation"] += list(mixed[:validation])
            parts["training"] += list(mixed[validation:])
        for name, rows in parts.items():
            print(seed, name, *rows, file=file)
