"""Bytes into text: the encoding is found, not believed."""

import codecs
import re

from charset_normalizer import from_bytes

from archive.reading.page import UnreadableError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
)

DECLARED_CHARSET = re.compile(
    rb"""charset \s* = \s* ["']? \s* ([A-Za-z0-9_:.-]{2,40})               # <meta charset="windows-1251">
      | <\?xml [^>]{0,80}? encoding \s* = \s* ["'] ([A-Za-z0-9_:.-]{2,40})   # encoding="koi8-r"?>
    """,
    re.X | re.I,
)

# All that is not text: C0 controls but tab, line feed and the like, DEL, C1 controls but NEL,
# what Unicode calls non-characters, and signs that show nothing and only part equal words.
UNPRINTABLE = "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\u200b\u00ad\u2060\ufff9-\ufffb"
INSTEAD = dict.fromkeys("\r\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n")
INSTEAD |= dict.fromkeys(
    ("\x0b", "\xa0", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f", "\u3000"), " "
)
ODD = re.compile(f"[{UNPRINTABLE}\ud800-\udfff{''.join(INSTEAD)}]")
INSTEAD |= dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")  # halves of letters

BINARY = "This is a binary file, not a text or an HTML page."
SAMPLE = 64_000
SHORT = 1000  # bytes, among which those that no text has may be missing by chance
LEAST_READABLE = 0.7  # of the characters of a short text, letters, digits and spaces

WESTERN = "windows-1252"
# What web pages without a declaration are written in; a detector that may choose among all there are often
# takes a few accents for some old computer's code page.
LIKELY = (
    WESTERN, "windows-1251", "koi8-r", "windows-1250", "windows-1253", "windows-1254", "windows-1255",
    "windows-1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip
CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))  # that no text has, unlike its line ends
# Letters of Polish and Hungarian that Western encodings have signs for: those do not stand inside words.
CENTRAL_EUROPEAN = re.compile("[a-z][¹³¿¼¾¶]|[¹³¿¼¾¶][a-z]")


def decode(raw: bytes) -> str:
    """Return the text of `raw`: by byte order mark, as UTF-8, as declared, or as its letters look.

    UTF-8 comes before the declaration, because text that is valid UTF-8 is hardly ever anything else and a
    wrong declaration is common. Raises UnreadableError for a binary file.
    """
    refuse_binary(raw)
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    text = _utf16_without_mark(raw) or _decoded(raw, "utf-8") or _as_declared(raw)
    if text is None:
        text = _as_it_looks(raw)
    return text


def plain(text: str) -> str:
    """Return `text` with one kind of line end and of space, without controls; its letters stay."""
    text = text.replace("\r\n", "\n").replace("\t", " ")
    return ODD.sub(lambda odd: INSTEAD.get(odd[0], ""), text)


def refuse_binary(raw: bytes) -> None:
    """Raise UnreadableError if `raw` is an image, an archive, a program or anything else that is not text."""
    for signature, kind in SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableError(f"This is {kind}, not a text or an HTML page.")
    head = raw[:SAMPLE]
    if head.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)) or _looks_utf16(head):
        return
    controls = len(head) - len(head.translate(None, CONTROLS))
    if head.count(0) > len(head) // 100 or controls > len(head) // 20:
        raise UnreadableError(BINARY)


def _looks_utf16(head: bytes) -> str | None:
    """Return the UTF-16 variant of text that has no mark: every second byte of Latin text is NUL."""
    even, odd = head[0:4000:2], head[1:4000:2]
    if len(odd) < 8:
        return None
    if odd.count(0) > 0.7 * len(odd) and not even.count(0):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and not odd.count(0):
        return "utf-16-be"
    return None


def _utf16_without_mark(raw: bytes) -> str | None:
    encoding = _looks_utf16(raw)
    return raw.decode(encoding, errors="replace") if encoding else None


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _as_declared(raw: bytes) -> str | None:
    """Decode as the document's head says, unless its bytes cannot be that or it is no text encoding."""
    match = DECLARED_CHARSET.search(raw[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    try:
        if not codecs.lookup(name)._is_text_encoding:
            return None
    except LookupError:
        return None
    return _decoded(raw, "windows-1252" if name in {"iso-8859-1", "latin-1", "ascii", "us-ascii"} else name)


def _as_it_looks(raw: bytes) -> str:
    """Decode by the likeliest encoding; UTF-8 with replacement marks where almost all of it is UTF-8.

    Raises UnreadableError where few bytes show no letters in any.
    """
    mended = raw.decode("utf-8", errors="replace")
    others = sum(1 for byte in raw[:SAMPLE] if byte > 127)
    if mended[:SAMPLE].count("\ufffd") * 10 <= others:
        return mended
    best = from_bytes(raw[:SAMPLE], cp_isolation=list(LIKELY)).best()
    encoding = best.encoding if best else WESTERN
    if encoding == "cp1250" and not CENTRAL_EUROPEAN.search(raw[:SAMPLE].decode(WESTERN, errors="replace")):
        encoding = WESTERN
    text = raw.decode(encoding, errors="replace")
    readable = sum(sign.isalnum() or sign.isspace() for sign in text[:SHORT])
    if len(raw) <= SHORT and readable < LEAST_READABLE * len(text):
        raise UnreadableError(BINARY)
    return text
