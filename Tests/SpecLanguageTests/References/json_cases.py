"""Texts that are JSON and texts that are not, with the verdict of RFC 8259.

Made with Python 3.11 (standard library only): python3 json_cases.py > json_cases.txt
(any Python from 3.9 on gives the same). The verdicts were written down by reading the RFC; where
Python's json module is as strict, it must agree, and the script stops when it does not. It is known to
be laxer in accepting NaN and Infinity, a number too large for a double, lone surrogates, and any depth;
those cases are marked. Each line: verdict, name, bytes in hexadecimal.
"""

import json

ACCEPT, REJECT, LAX = "accept", "reject", "lax"  # lax: to be rejected, though Python accepts it

CASES = [
    # structure
    (ACCEPT, "empty object", "{}"),
    (ACCEPT, "empty list", "[]"),
    (ACCEPT, "space everywhere", " \t\r\n{ \n\"a\" :\t[ 1 ,\r2 ] } \n"),
    (ACCEPT, "nested", '{"a":{"b":[{"c":[[]]}]}}'),
    (ACCEPT, "lone number", "7"),
    (ACCEPT, "lone text", '"a"'),
    (ACCEPT, "lone literal", "null"),
    (ACCEPT, "repeated key", '{"a":1,"a":2}'),
    (ACCEPT, "empty key", '{"":0}'),
    (ACCEPT, "64 deep", "[" * 64 + "]" * 64),
    (ACCEPT, "64 deep mixed", '{"a":[' * 32 + "]}" * 32),
    (LAX, "65 deep", "[" * 65 + "]" * 65),
    (REJECT, "100000 deep, unclosed", "[" * 100000),
    (REJECT, "nothing", ""),
    (REJECT, "only space", " \n"),
    (REJECT, "trailing comma in list", "[1,]"),
    (REJECT, "trailing comma in object", '{"a":1,}'),
    (REJECT, "leading comma", "[,1]"),
    (REJECT, "two commas", "[1,,2]"),
    (REJECT, "only a comma", "[,]"),
    (REJECT, "comma in empty object", "{,}"),
    (REJECT, "missing comma in list", "[1 2]"),
    (REJECT, "missing comma in object", '{"a":1 "b":2}'),
    (REJECT, "missing colon", '{"a" 1}'),
    (REJECT, "two colons", '{"a"::1}'),
    (REJECT, "missing value", '{"a":}'),
    (REJECT, "missing value at comma", '{"a":,"b":1}'),
    (REJECT, "key alone", '{"a"}'),
    (REJECT, "number as key", "{1:2}"),
    (REJECT, "bare key", "{a:1}"),
    (REJECT, "single-quoted key", "{'a':1}"),
    (REJECT, "single-quoted text", "['a']"),
    (REJECT, "unclosed list", "[1"),
    (REJECT, "unclosed list after comma", "[1,"),
    (REJECT, "unclosed object", '{"a":1'),
    (REJECT, "unclosed after key", '{"a"'),
    (REJECT, "unclosed after colon", '{"a":'),
    (REJECT, "wrong bracket", "[1}"),
    (REJECT, "wrong brace", '{"a":1]'),
    (REJECT, "extra bracket", "[1]]"),
    (REJECT, "two values", "1 2"),
    (REJECT, "text after value", "[] x"),
    (REJECT, "comma after value", "{},"),
    (REJECT, "closing bracket alone", "]"),
    (REJECT, "line comment", "[1] // c"),
    (REJECT, "block comment", "[/* c */1]"),
    (REJECT, "hash comment", "# c\n[1]"),
    (REJECT, "form feed as space", "[\f1]"),
    (REJECT, "vertical tab as space", "[\v1]"),
    (REJECT, "no-break space", "[\u00a01]"),
    (REJECT, "line separator as space", "[\u20281]"),
    (REJECT, "word joiner", "[\u20601]"),
    # literals
    (ACCEPT, "literals", "[true,false,null]"),
    (REJECT, "short literal", "[tru]"),
    (REJECT, "long literal", "[nullx]"),
    (REJECT, "capital literal", "[True]"),
    (REJECT, "undefined", "[undefined]"),
    (LAX, "NaN", "[NaN]"),
    (LAX, "Infinity", "[Infinity]"),
    (LAX, "minus Infinity", "[-Infinity]"),
    (REJECT, "nan", "[nan]"),
    (REJECT, "plus Infinity", "[+Infinity]"),
    # numbers
    (ACCEPT, "zero", "0"),
    (ACCEPT, "minus zero", "-0"),
    (ACCEPT, "fraction", "-1.50"),
    (ACCEPT, "exponents", "[1e2,1E2,1e+2,1e-2,1.5E-2,0e0,0.0e+00]"),
    (ACCEPT, "long digits", "123456789012345678901234567890.123456789012345678901234567890"),
    (ACCEPT, "tiny", "1e-4000"),
    (ACCEPT, "huge exponent", "1e400"),
    (REJECT, "plus sign", "[+1]"),
    (REJECT, "leading zero", "[01]"),
    (REJECT, "minus leading zero", "[-01]"),
    (REJECT, "two zeros", "[00]"),
    (REJECT, "minus alone", "[-]"),
    (REJECT, "minus space", "[- 1]"),
    (REJECT, "two minuses", "[--1]"),
    (REJECT, "no digit before point", "[.5]"),
    (REJECT, "no digit after point", "[1.]"),
    (REJECT, "point before exponent", "[1.e5]"),
    (REJECT, "no exponent digits", "[1e]"),
    (REJECT, "no exponent digits after sign", "[1e+]"),
    (REJECT, "fractional exponent", "[1e1.5]"),
    (REJECT, "hexadecimal", "[0x10]"),
    (REJECT, "octal", "[0o7]"),
    (REJECT, "grouped digits", "[1_000]"),
    (REJECT, "letter after number", "[1a]"),
    (REJECT, "two points", "[1.2.3]"),
    (REJECT, "full-width digit", "[１]"),
    (REJECT, "full-width digit inside", "[1１]"),
    (REJECT, "decimal comma as a key's value", '{"a":1,5}'),
    # text
    (ACCEPT, "escapes", r'"\"\\\/\b\f\n\r\t"'),
    (ACCEPT, "unicode escapes", r'"\u0041\u00e9\uD55C\u0000"'),
    (ACCEPT, "surrogate pair", r'"\uD83D\uDE00\ud83d\ude00"'),
    (ACCEPT, "raw unicode", '"é학👩‍🔬"'),
    (ACCEPT, "delete character", '"\x7f"'),
    (ACCEPT, "raw separators", '"\u2028\u2029"'),
    (ACCEPT, "noncharacter", '"\uffff\U0010ffff"'),
    (ACCEPT, "comment within text", '"/* // # */"'),
    (ACCEPT, "quote mark with accent", '"\u0301"'),
    (REJECT, "unclosed text", '"a'),
    (REJECT, "unclosed text after escape", '"a\\"'),
    (REJECT, "backslash at end", '"\\'),
    (REJECT, "unknown escape", r'"\x41"'),
    (REJECT, "escaped quote of the wrong kind", "\"\\'\""),
    (REJECT, "escaped line feed", '"\\\n"'),
    (REJECT, "capital escape", r'"\N"'),
    (REJECT, "short unicode escape", r'"\u12"'),
    (REJECT, "unicode escape with sign", r'"\u+123"'),
    (REJECT, "unicode escape with letters", r'"\uGGGG"'),
    (REJECT, "unicode escape at end", '"\\u123'),
    (REJECT, "raw line feed", '"a\nb"'),
    (REJECT, "raw carriage return", '"a\rb"'),
    (REJECT, "raw tab", '"a\tb"'),
    (REJECT, "raw NUL", '"a\0b"'),
    (REJECT, "raw unit separator", '"\x1f"'),
    (LAX, "high surrogate alone", r'"\uD800"'),
    (LAX, "low surrogate alone", r'"\uDC00"'),
    (LAX, "swapped surrogates", r'"\uDE00\uD83D"'),
    (LAX, "two high surrogates", r'"\uD800\uD800"'),
    (LAX, "high surrogate before a character", r'"\uD800a"'),
    (LAX, "high surrogate before an escape", r'"\uD800\n"'),
    # bytes
    (ACCEPT, "byte-order mark", b"\xef\xbb\xbf[]"),
    (REJECT, "two byte-order marks", b"\xef\xbb\xbf\xef\xbb\xbf[]"),
    (REJECT, "byte-order mark alone", b"\xef\xbb\xbf"),
    (REJECT, "half a byte-order mark", b"\xef\xbb[]"),
    (REJECT, "Latin-1", b'"\xe9"'),
    (REJECT, "truncated sequence", b'"\xe9\x80"'),
    (REJECT, "overlong slash", b'"\xc0\xaf"'),
    (REJECT, "overlong NUL", b'"\xe0\x80\x80"'),
    (REJECT, "encoded surrogate", b'"\xed\xa0\x80"'),
    (REJECT, "above U+10FFFF", b'"\xf4\x90\x80\x80"'),
    (REJECT, "continuation alone", b'"\x80"'),
    (REJECT, "invalid byte after the value", b"[]\xff"),
    (REJECT, "NUL after the value", b"[]\0"),
    (REJECT, "UTF-16 with mark", '[]'.encode("utf-16")),
    (REJECT, "UTF-16 without mark", '["é"]'.encode("utf-16-le")),
]

for verdict, name, text in CASES:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    try:
        # As the reader does: one byte-order mark at the start is ignored, then strict UTF-8.
        decoded = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
        json.loads(decoded)
        python_accepts = True
    except (ValueError, RecursionError):
        python_accepts = False
    assert python_accepts == (verdict in (ACCEPT, LAX)), name
    if name == "100000 deep, unclosed":
        print("reject", name, "deep", sep="\t")
        continue
    print(ACCEPT if verdict == ACCEPT else REJECT, name, data.hex(), sep="\t")
