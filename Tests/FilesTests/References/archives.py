"""Writes archives.txt: gzip files and ZIP archives made by Python's gzip and zipfile, a line each with a
name and the bytes in base64.

Python 3.11, no packages. Run: python archives.py
"""

import base64
import gzip
import io
import zipfile

text = "".join(f"line {number}: {number * number}\n" for number in range(2000)).encode()
stored = io.BytesIO()
with zipfile.ZipFile(stored, "w") as archive:
    archive.writestr("folder/text", text[:1000], compress_type=zipfile.ZIP_DEFLATED)
    archive.writestr("folder/plain", b"plain\n", compress_type=zipfile.ZIP_STORED)
    archive.writestr("empty", b"", compress_type=zipfile.ZIP_DEFLATED)
    archive.writestr("bzip2", b"plain\n", compress_type=zipfile.ZIP_BZIP2)
    archive.comment = b"a comment with PK\x05\x06 in it"
files = {
    "text": gzip.compress(text, mtime=0),
    "members": gzip.compress(text[:700], mtime=0) + gzip.compress(b"", mtime=0)
    + gzip.compress(text[700:], 1, mtime=0),
    "named": None,
    "zeros": gzip.compress(bytes(1 << 22), mtime=0),
    "zip": stored.getvalue(),
}
named = io.BytesIO()
with gzip.GzipFile("a name", "wb", fileobj=named, mtime=0) as file:
    file.write(text)
files["named"] = named.getvalue()
with open("archives.txt", "w") as file:
    for name, content in files.items():
        print(name, base64.b64encode(content).decode(), file=file)
