"""Writes archives.txt: gzip files made by Python's gzip, a line each with a
name and the bytes in base64.

Python 3.11, no packages. Run: python archives.py
"""

import base64
import gzip
import io

text = "".join(f"line {number}: {number * number}\n" for number in range(2000)).encode()
files = {
    "text": gzip.compress(text, mtime=0),
    "members": gzip.compress(text[:700], mtime=0) + gzip.compress(b"", mtime=0)
    + gzip.compress(text[700:], 1, mtime=0),
    "named": None,
    "zeros": gzip.compress(bytes(1 << 22), mtime=0),
}
named = io.BytesIO()
with gzip.GzipFile("a name", "wb", fileobj=named, mtime=0) as file:
    file.write(text)
files["named"] = named.getvalue()
with open("archives.txt", "w") as file:
    for name, content in files.items():
        print(name, base64.b64encode(content).decode(), file=file)
