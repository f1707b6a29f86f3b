"""Bytes, HTML or plain text -> a Page: article text, sentences, quotations and metadata."""

from __future__ import annotations

import codecs
import hashlib
import re
from datetime import date as _date
from functools import cache
from typing import Final

from claims.errors import InputError
from claims.language import has_hangul, language_of
from claims.records import Page
from claims.sentences import paragraphs, quotes, sentences
from claims.spacing import evened, unwrapped

__all__ = ["check_date", "decode", "read"]

_MARKUP: Final = (
    r"(?is)\s*<(?:!doctype|html|head|body|article|section|div|p|meta|"
    r"main|span|table|figure|h[1-6]|amp-)\b|<(?:/p|/div|/article|br\s*/?|"
    r"div|body)\b[^<>]{0,400}>"
)
_META_CHARSET: Final = rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
#: How much of the bytes is searched for a <meta charset>, as browsers do.
_CHARSET_WINDOW: Final = 4096
#: (서울=연합뉴스) 김하늘 기자 = …, [서울=뉴시스]김하늘 기자 = …
_BYLINE: Final = (
    r"^[(\[][^()\[\]\n=]{0,24}=\s?([가-힣A-Za-z0-9]{2,12})[)\]]\s*"
    r"([가-힣]{2,4})(?:[·,\s]+([가-힣]{2,4}))?\s*(?:선임|전문)?\s?(?:기자|특파원)"
)
_DATELINE: Final = (
    r"^[A-Z][A-Za-z .,]{2,40}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? \((Reuters|AP|AFP|Bloomberg|Yonhap)\) ?[-–—]"
)


def read(
    source: bytes | str,
    *,
    lang: str | None = None,
    date: str | _date | None = None,
    id: str | None = None,
    url: str | None = None,
) -> Page:
    """Read a document. ``lang`` "ko"/"en" and ``date`` (ISO, or a date) override what the document shows.

    Plain text keeps its characters exactly; of HTML only the body paragraphs remain. Raises :class:`InputError` for an
    unreadable encoding, an unknown language or an impossible date.
    """
    if lang not in (None, "ko", "en", "mixed"):
        raise InputError(f"lang: found {lang!r}, allowed: ko, en, mixed")
    published = check_date(date) if date is not None else None
    if isinstance(source, bytes):
        raw, text = source, _whole(decode(source))
    else:
        try:
            raw, text = source.encode(), source
        except UnicodeEncodeError:
            raw, text = source.encode("utf-8", "surrogatepass"), _whole(source)
    digest = hashlib.sha256(raw).hexdigest()
    page = Page(text, [], [], [], "en", sha256=digest, id=id and _whole(id), url=url and _whole(url))
    if "<" in text and _compiled(_MARKUP).search(text):
        from claims.html import read_html

        read_html(text, page)
    page.raw = page.text
    page.text, page.origin = evened(page.text)
    even = page.text
    # The bytes of plain text are at hand; what letters stand in a text is told from its bytes.
    plain = even is text and not isinstance(source, bytes)
    encoded = raw if plain else even.encode("utf-8", "surrogatepass")
    _read_opening(page)
    if published is not None:
        page.published = published
    page.hangul = has_hangul(even, encoded)
    page.language = lang or language_of(even, page.hangul, encoded)
    page.paragraphs = paragraphs(even)
    page.text = unwrapped(even, page.paragraphs)
    page.quotes = quotes(page.text, page.paragraphs)
    page.sentences = sentences(page.text, page.paragraphs, page.quotes)
    return page


def _whole(text: str) -> str:
    """The text with every lone surrogate (no character, no bytes) replaced by U+FFFD; its length stays."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    return text


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def check_date(value: str | _date, where: str = "date") -> str:
    """``value`` as YYYY-MM-DD when it is a calendar date; else :class:`InputError`, which opens with ``where`` it was given.

    >>> check_date("2026-02-28")
    '2026-02-28'
    >>> check_date("2026-02-30", "--date")
    Traceback (most recent call last):
        ...
    claims.errors.InputError: --date 2026-02-30: no such day; give a calendar date as YYYY-MM-DD, such as 2026-02-01
    """
    if isinstance(value, _date):
        return value.isoformat()[:10]  # of a time its day
    shaped = len(value) == 10 and value.isascii() and value[4] == value[7] == "-"
    try:
        if shaped:
            return _date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    fault = "no such day" if shaped and value.replace("-", "").isdigit() else "not a date"
    raise InputError(f"{where} {value}: {fault}; give a calendar date as YYYY-MM-DD, such as 2026-02-01")


def decode(raw: bytes) -> str:
    """Bytes as text: a byte order mark, then <meta charset>, then UTF-8, then CP949; :class:`InputError` otherwise."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return _decoded(raw, name)
    declared = re.search(_META_CHARSET, raw[:_CHARSET_WINDOW])
    if declared:
        name = declared.group(1).decode("ascii").lower()
        name = "cp949" if name in ("euc-kr", "ks_c_5601-1987", "ksc5601", "korean") else name
        try:
            return raw.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    for name in ("utf-8", "cp949"):
        try:
            text = raw.decode(name)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    for name, high in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[::2])):
        if len(raw) % 2 == 0 and high.count(0) * 3 > len(high):
            return _decoded(raw, name)
    raise InputError("encoding: neither UTF-8, CP949/EUC-KR nor UTF-16; save the document as UTF-8")


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise InputError(
            f"encoding: starts with a {name} mark but byte {error.start} is not {name}; save the document as UTF-8"
        ) from None


def _read_opening(page: Page) -> None:
    """Publisher and authors that the page itself does not name: only an agency's own opening says them surely."""
    head = page.text[:200].lstrip()
    if head.startswith(("(", "[")):
        match = _compiled(_BYLINE).search(head)
        if match:
            page.publisher = page.publisher or match.group(1)
            page.authors = page.authors or [name for name in match.groups()[1:] if name]
    elif page.publisher is None and head[:1].isupper() and head[:1].isascii():
        match = _compiled(_DATELINE).search(head)
        if match:
            page.publisher = match.group(1)
