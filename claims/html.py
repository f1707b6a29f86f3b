"""HTML -> the body paragraphs of the article and its metadata. The parser is selectolax (lexbor), loaded on first use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claims.html_metadata import (
    COPYRIGHT,
    EMAIL,
    clean,
    headline,
    linked_data,
    meta_tags,
    people,
    visible_head,
    writers,
)

if TYPE_CHECKING:
    from claims.records import Page

__all__ = ["read_html"]

#: Where sites keep the article, the surest first; without one the block with most running text is taken.
_BODIES = (
    "[itemprop=articleBody]", "[data-translation-body=true]", "[data-tiara-layer=article_body]", "#dic_area",
    "#articleBodyContents", "#article-view-content-div", "#newsct_article", "#articeBody", "#articleBody",
    "#article_body", "#news_body_area", "#textBody", ".article_view", ".article-body", ".article_body", ".articleBody",
    ".article-content", ".article__body", ".article__content", ".story-body", ".story-content", ".news_view",
    ".news-body", ".entry-content", ".post-content", ".caas-body", "article", "[role=article]", "main",
)  # fmt: skip
_DROPPED = (
    "script, style, noscript, template, iframe, svg, figure, figcaption, "
    "picture, video, audio, nav, aside, footer, form, "
    "button, select, textarea, table caption, header nav, article header, amp-ad, amp-img, amp-social-share, amp-sidebar"
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:related|relation|recommend\w*|comments?|reply|copyright|share|sharing|social|sns|ads?|advert\w*|banner|"
    r"caption|txt_caption|byline|reporter|journalist|author|tags?|keywords?|menu|footer|promo\w*|subscri\w*|newsletter|"
    r"breadcrumbs?|popular|ranking|most-read|read-more|more-on|toolbar|utils?|image_area|photo|img_desc|summary_view|"
    r"links?-block|topics?|promo|pagepromo|advertisement|datestamp|correction-note)(?=$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr",
    "table", "dd", "dt", "dl", "pre", "td", "th", "center", "hr", "body", "header",
))  # fmt: skip
_KO_BYLINE = re.compile(
    rf"^[\s\[(=/|▶■◆·]*(?:[가-힣A-Za-z0-9]{{2,12}}[=/| ]\s*)?((?:[가-힣]{{2,4}})(?:\s*[·,]\s*[가-힣]{{2,4}}){{0,4}})\s*"
    rf"(?:선임|수석|전문|인턴|객원)?\s*(?:기자|특파원|논설위원|에디터|PD|통신원)\s*(?:[=(/|]?\s*{EMAIL}\)?)?[\s\])]*$"
)
_EN_BYLINE = re.compile(
    r"^(?:[Bb]y|BY|Reporting by|Written by)[: ]\s*([A-Z][\w.'’-]+(?: "
    r"[A-Z][\w.'’-]+){1,3}(?:(?:,| and) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)"
    r"{1,3}){0,4})\.?$"
)
_PROMOTION = re.compile(
    r"무단\s?전재|재배포\s?금지|저작권자|All rights reserved|^copyright|^[▶☞→ⓒ©]|"
    r"제보는|구독하기|기사제보|네이버에서 .{0,20}구독|카카오톡|^\[?(?:사진|그래픽|자료|출처|영상)"
    r"\s?[=:]|"
    r"^(?:사진|그래픽)=|^Photo(?:graph)?:|^Image:|^Sign up|^Subscribe|"
    r"^Read more|^Related:|^Follow us|Our Standards|^Click here|"
    r"^_{3,}$|^\*{3,}$|contributed to this (?:report|story|article)\.?$|"
    r"^\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by ",
    re.IGNORECASE,
)
_LISTS = frozenset(("ul", "ol", "table"))
#: No page nests articles, lists or blocks of paragraphs so deep; one that does is not read again at each level.
_DEPTH = 16
#: A line of nothing but an address, a date or the furniture of a board.
_NOISE = re.compile(rf"^(?:{EMAIL}|[\d\s./:-]+|목록|댓글.*|관련자료.*)$")


def read_html(source: str, page: Page) -> None:
    """Fill ``page`` with the article's text, title, publisher, authors and date of publication."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    data = linked_data(tree)
    meta = meta_tags(tree)
    whole = tree.body if tree.body is not None else tree.root
    head = visible_head(tree, whole, source)
    for node in tree.css(_DROPPED):
        node.decompose()
    lines = _body(tree, data)
    lines, authors, publisher = _without_furniture(lines)
    page.title = headline(data, meta, head)
    while lines and lines[0] in (page.title, head.get("title")):
        del lines[0]  # the headline stands in the title only
    page.text = "\n\n".join(lines)
    page.publisher = publisher or head.get("copyright") or data.get("publisher") or meta.get("publisher")
    page.authors = writers(page.publisher, data.get("authors"), *meta["authors"], authors, head.get("authors"))
    page.published = data.get("published") or meta.get("published") or head.get("published")
    page.url = page.url or meta.get("url")


def _body(tree: Any, data: dict[str, Any]) -> list[str]:
    for selector in _BODIES:
        for node in tree.css(selector)[:_DEPTH]:
            lines = _lines(node)
            if sum(map(len, lines)) >= 80 or (lines and selector[0] in "[#"):
                return lines
    if data.get("body"):
        return [line for line in map(clean, data["body"].splitlines()) if line]
    best: list[str] = []
    weight = 0
    for block in _blocks(tree):
        lines = _lines(block)
        total = sum(len(line) for line in lines if len(line) > 20)
        if total > weight:
            best, weight = lines, total
    if best:
        return best
    whole = tree.body if tree.body is not None else tree.root
    return _lines(whole) if whole is not None else []


def _blocks(tree: Any) -> list[Any]:
    """What holds paragraphs, in the order of the first of them; not what stands in many of such blocks."""
    blocks: dict[int, Any] = {}
    for paragraph in tree.css("p"):
        parent = paragraph.parent
        if parent is not None:
            blocks.setdefault(parent.mem_id, parent)
    depths: dict[int, int] = {}  # how many blocks a node stands in
    for block in blocks.values():
        way = []
        node = block
        while node is not None and node.mem_id not in depths:
            way.append(node.mem_id)
            node = node.parent
        depth = depths[node.mem_id] + (node.mem_id in blocks) if node is not None else 0
        for place in reversed(way):
            depths[place] = depth
            depth += place in blocks
    return [block for place, block in blocks.items() if depths[place] < _DEPTH]


def _lines(root: Any) -> list[str]:
    """The running text under a node, a line a block; a <br> breaks the line; furniture is left out."""
    lines: list[str] = []
    parts: list[str] = []

    def flush() -> None:
        line = clean("".join(parts))
        parts.clear()
        if line:
            lines.append(line)

    stack: list[Any] = [(root, True, 0)]
    while stack:
        node, opening, depth = stack.pop()
        tag = node.tag
        if not opening:
            flush()
            continue
        if tag == "-text":
            parts.append(node.text(deep=False) or "")
            continue
        if tag == "br":
            parts.append("\n")
            if len(parts) > 1 and "".join(parts[-3:]).count("\n") > 1:
                flush()
            continue
        if tag in ("-comment", "!--", "_comment") or (node is not root and _is_furniture(node, depth)):
            continue
        depth += tag in _LISTS
        block = tag in _BLOCKS
        if block:
            flush()
            stack.append((node, False, depth))
        children = []
        child = node.child
        while child is not None:
            children.append(child)
            child = child.next
        stack.extend((item, True, depth) for item in reversed(children))
    flush()
    return lines


def _is_furniture(node: Any, depth: int) -> bool:
    """Whether a node that stands in so many lists and tables is no text of the article."""
    attributes = node.attributes
    label = " ".join(filter(None, map(attributes.get, ("class", "id", "data-component"))))
    if label and _FURNITURE.search(label) is not None:
        return True
    if node.tag not in _LISTS or depth >= _DEPTH:
        return False
    return _is_figures(node) if node.tag == "table" else _is_menu(node)


def _is_menu(node: Any) -> bool:
    """A list of nothing but links leads elsewhere."""
    links = sum(len(clean(link.text())) for link in node.css("a"))
    return links > 0 and links * 5 >= len(clean(node.text())) * 4


def _is_figures(table: Any) -> bool:
    """Rows of short cells are a table; one that holds running text only lays out the page, as old sites do."""
    if table.css_first("p, div, td table") is not None:
        return False
    cells = [len(clean(cell.text())) for cell in table.css("td, th")]
    return len(cells) > 1 and max(cells) < 80


def _without_furniture(lines: list[str]) -> tuple[list[str], list[str], str | None]:
    """The lines without bylines, copyright and promotion; with the authors and the publisher that these name."""
    kept: list[str] = []
    authors: list[str] = []
    publisher = None
    for line in lines:
        if len(line) < 80:
            match = _KO_BYLINE.match(line)
            if match:
                authors += people(match.group(1))
                continue
            english = _EN_BYLINE.match(line)
            if english:
                authors += people(english.group(1))
                continue
        if len(line) < 120 and (_PROMOTION.search(line) or _NOISE.match(line)):
            match = COPYRIGHT.search(line)
            if match:
                publisher = publisher or match.group(1).strip(" .")
            continue
        kept.append(line)
    return kept, list(dict.fromkeys(authors)), publisher
