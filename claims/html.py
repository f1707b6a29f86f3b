"""HTML -> the body paragraphs of the article and its metadata. The parser is selectolax (lexbor), loaded on first use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.html_body import DROPPED, body_lines
from claims.html_metadata import (
    COPYRIGHT,
    EMAIL,
    EN_BYLINE,
    KO_BYLINE,
    headline,
    linked_data,
    meta_tags,
    people,
    stamped,
    visible_head,
    writers,
)

if TYPE_CHECKING:
    from claims.records import Page

__all__ = ["read_html"]

_PROMOTION = re.compile(
    r"무단\s?전재|재배포\s?금지|저작권자|All rights reserved|^copyright|^[▶☞→ⓒ©]|"
    r"제보는|구독하기|기사제보|제보하기|네이버에서 .{0,20}구독|카카오톡|개인정보\s?(?:처리|취급)방침|청소년보호|^[▷◎]|"
    r"^[\[(<]?(?:사진|그래픽|자료|출처|영상|영상편집|영상취재|촬영기자|촬영|편집|취재)\s?[=:]|"
    r"^(?:사진|그래픽)=|^Photo(?:graph)?:|^Image:|^Sign up|^Subscribe|"
    r"^Read more|^Related:|^Follow us|Our Standards|^Click here|"
    r"^_{3,}$|^\*{3,}$|contributed to this (?:report|story|article)\.?$|"
    r"^\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by ",
    re.IGNORECASE,
)
#: A line of nothing but an address, a date or the furniture of a board.
_NOISE = re.compile(
    rf"^(?:{EMAIL}|[\d\s./:-]+|목록|댓글.*|관련자료.*|AD|Advertisements?|광고|Story continues.*|Loading\.*)$",
    re.IGNORECASE,
)
#: KBS 뉴스 김철수입니다: the reporter signs off.
_SIGN_OFF = re.compile(r"^(?:[A-Z]{2,4}|[가-힣]{2,6})\s?뉴스,?\s?([가-힣]{2,4})입니다\.?$")


def read_html(source: str, page: Page) -> None:
    """Fill ``page`` with the article's text, title, publisher, authors and date of publication."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    data = linked_data(tree)
    meta = meta_tags(tree)
    whole = tree.body if tree.body is not None else tree.root
    head = visible_head(tree, whole, source)
    for node in tree.css(DROPPED):
        node.decompose()
    lines = body_lines(tree, data.get("body"))
    lines, authors, publisher = _without_furniture(lines)
    page.publisher = publisher or head.get("copyright") or data.get("publisher") or meta.get("publisher")
    page.title = headline(data, meta, head)
    for place, line in enumerate(lines[:4]):
        if line in (page.title, head.get("title")):
            del lines[: place + 1]  # the headline stands in the title only, and nothing above it is the article's
            break
    page.text = "\n\n".join(lines)
    page.authors = writers(page.publisher, data.get("authors"), *meta["authors"], authors, head.get("authors"))
    page.published = data.get("published") or meta.get("published") or head.get("published")
    page.url = page.url or meta.get("url")


def _without_furniture(lines: list[str]) -> tuple[list[str], list[str], str | None]:
    """The lines without bylines, copyright and promotion; with the authors and the publisher that these name."""
    kept: list[str] = []
    authors: list[str] = []
    publisher = None
    for line in lines:
        if len(line) < 80:
            match = KO_BYLINE.match(line) or _SIGN_OFF.match(line)
            if match:
                authors += people(match.group(1))
                continue
            english = EN_BYLINE.match(line)
            if english:
                authors += people(english.group(1))
                continue
        if len(line) < 120 and (_PROMOTION.search(line) or _NOISE.match(line) or stamped(line)):
            match = COPYRIGHT.search(line)
            if match:
                publisher = publisher or match.group(1).strip(" .")
            continue
        kept.append(line)
    return kept, list(dict.fromkeys(authors)), publisher
