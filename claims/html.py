"""HTML -> the body paragraphs of the article and its metadata. The parser is selectolax (lexbor), loaded on first use."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

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
#: Where pages print who wrote it.
_BYLINES = (
    "[itemprop=author]", "[rel=author]", ".media_end_head_journalist_name", ".byline", ".reporter", ".author",
    ".journalist",
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
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "li",
        "ul",
        "ol",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "dd",
        "dt",
        "dl",
        "pre",
        "td",
        "th",
        "center",
        "hr",
        "body",
        "header",
    ]
)
_EMAIL = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}"
_KO_BYLINE = re.compile(
    rf"^[\s\[(=/|▶■◆·]*(?:[가-힣A-Za-z0-9]{{2,12}}[=/| ]\s*)?((?:[가-힣]{{2,4}})(?:\s*[·,]\s*[가-힣]{{2,4}}){{0,4}})\s*"
    rf"(?:선임|수석|전문|인턴|객원)?\s*(?:기자|특파원|논설위원|에디터|PD|통신원)\s*(?:[=(/|]?\s*{_EMAIL}\)?)?[\s\])]*$"
)
_EN_BYLINE = re.compile(
    r"^(?:[Bb]y|BY|Reporting by|Written by)[: ]\s*([A-Z][\w.'’-]+(?: "
    r"[A-Z][\w.'’-]+){1,3}(?:(?:,| and) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)"
    r"{1,3}){0,4})\.?$"
)
_COPYRIGHT = re.compile(
    r"(?:copyrights?\s*(?:ⓒ|©|\(c\))?|ⓒ|©|저작권자\s*(?:ⓒ|©|\(c\))?)"
    r"\s*(?:\d{4}\s*)?[’'\"‘“]?\s*(?:\(주\)|㈜|주식회사 )?\s*([가-힣A-Za-z0-9&. "
    r"]{2,30}?)\s*"
    r"(?:\(|[.,]|’|'|”|\"|&|무단|All rights|all rights|ALL RIGHTS|$)",
    re.IGNORECASE,
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
_DATE = re.compile(
    r"(?P<y>(?:19|20)\d{2})\s?[-./년]\s?(?P<m>\d{1,2})\s?[-./월]\s?(?P<d>\d{1,2})"
    r"|(?P<mon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? "
    r"(?P<md>\d{1,2})(?:st|nd|rd|th)?,? (?P<my>(?:19|20)\d{2})"
    r"|(?P<ed>\d{1,2}) (?P<emon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?P<ey>(?:19|20)\d{2})"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DATED_LINE = re.compile(
    r"(?:기사\s?입력|최초\s?입력|입력|작성일|작성|등록|승인|게재|발행일?|송고|Published|Posted|Updated|수정)(?:\s?(?:시간|일시|일|on|:))?\s*[:.]?\s*(.{6,40})"
)
_SHORT_DATE = re.compile(r"(?:작성일|입력|등록)\s*[:.]?\s*(\d{1,2})[-./](\d{1,2})(?!\d)")
_PATH_DATE = re.compile(r"/((?:19|20)\d{2})/?(0[1-9]|1[0-2])/?(0[1-9]|[12]\d|3[01])(?=/|\d{6}|[^\d])")
_BOARD_TITLE = re.compile(r"^\s*([^<\n]{4,200}?)\s+작성일\s")
_SITE_TAIL = re.compile(r"\s+(?:[|<]|::|[-–—])\s+[^|<>]{2,30}$")


def read_html(source: str, page: Page) -> None:
    """Fill ``page`` with the article's text, title, publisher, authors and date of publication."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    data = _linked_data(tree)
    meta = _meta(tree)
    whole = tree.body if tree.body is not None else tree.root
    head = _head_facts(tree, whole, source)
    for node in tree.css(_DROPPED):
        node.decompose()
    lines = _body(tree, data)
    lines, authors, publisher = _without_furniture(lines)
    page.title = _title(data, meta, head)
    while lines and lines[0] in (page.title, head.get("title")):
        del lines[0]  # the headline stands in the title only
    page.text = "\n\n".join(lines)
    page.publisher = publisher or head.get("copyright") or data.get("publisher") or meta.get("publisher")
    page.authors = _writers(page.publisher, data.get("authors"), *meta["authors"], authors, head.get("authors"))
    page.published = data.get("published") or meta.get("published") or head.get("published")
    page.url = page.url or meta.get("url")


def _writers(publisher: str | None, *named: list[str] | None) -> list[str]:
    """The first list that names persons: sites also give the outlet itself, or the outlet and the portal, as the author."""
    outlet = (publisher or "").casefold()
    for names in named:
        people = [
            name for name in names or [] if name.casefold() != outlet and "|" not in name and "네이버" not in name
        ]
        if people:
            return people
    return []


# ---------------------------------------------------------------- metadata


def _linked_data(tree: Any) -> dict[str, Any]:
    """The facts of the first article in JSON-LD; broken JSON is passed over."""
    facts: dict[str, Any] = {}
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            loaded = json.loads(node.text() or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(loaded):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting")) for kind in kinds):
                _article_facts(item, facts)
                return facts
    return facts


def _items(loaded: Any) -> list[dict[str, Any]]:
    if isinstance(loaded, list):
        return [found for item in loaded[:50] for found in _items(item)]
    if isinstance(loaded, dict):
        graph = loaded.get("@graph")
        return [loaded, *(_items(graph) if isinstance(graph, list) else [])]
    return []


def _article_facts(item: dict[str, Any], facts: dict[str, Any]) -> None:
    if isinstance(item.get("headline"), str):
        facts["title"] = _clean(item["headline"])
    names = _names(item.get("author"))
    if names:
        facts["authors"] = names
    published = _iso(item.get("datePublished"))
    if published:
        facts["published"] = published
    publisher = _names(item.get("publisher"))
    if publisher:
        facts["publisher"] = publisher[0]
    if isinstance(item.get("articleBody"), str):
        facts["body"] = item["articleBody"]


def _names(value: Any) -> list[str]:
    if isinstance(value, str):
        return _people(value)
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return list(dict.fromkeys(name for item in value[:8] for name in _names(item)))
    return []


def _people(text: str) -> list[str]:
    names = []
    for part in re.split(r"[,;·/]| and ", re.sub(_EMAIL, " ", text)[:200]):
        name = re.sub(r"\s*(?:선임|수석|전문|인턴)?\s*(?:기자|특파원)\s*$", "", part.strip(" ()[]=")).strip()
        name = re.sub(r"^[Bb]y ", "", name)
        if 1 < len(name) <= 40 and not name.startswith("http"):
            names.append(name)
    return list(dict.fromkeys(names))


def _iso(value: Any) -> str | None:
    """The calendar date in a printed date or time, as ISO; None where there is none."""
    if not isinstance(value, str):
        return None
    match = _DATE.search(value)
    if match is None:
        compact = re.match(r"\s*((?:19|20)\d{2})(\d{2})(\d{2})", value)
        return _valid(*map(int, compact.groups())) if compact else None
    part = match.groupdict()
    if part["y"]:
        return _valid(int(part["y"]), int(part["m"]), int(part["d"]))
    if part["mon"]:
        return _valid(int(part["my"]), _MONTHS.index(part["mon"]) + 1, int(part["md"]))
    return _valid(int(part["ey"]), _MONTHS.index(part["emon"]) + 1, int(part["ed"]))


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _meta(tree: Any) -> dict[str, Any]:
    values: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if key and content and key.lower() not in values:
            values[key.lower()] = content.strip()
    facts: dict[str, Any] = {}
    for key in ("og:title", "twitter:title", "title", "dc.title", "headline"):
        if values.get(key):
            facts["title"] = _clean(values[key])
            break
    for key in ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date.issued",
                "dc.date", "pubdate", "parsely-pub-date", "article.published", "publish-date"):  # fmt: skip
        published = _iso(values.get(key))
        if published:
            facts["published"] = published
            break
    facts["authors"] = [
        _people(values[key])
        for key in (
            "author",
            "article:author",
            "og:article:author",
            "dc.creator",
            "byl",
            "dable:author",
            "parsely-author",
        )
        if key in values
    ]
    for key in ("dc.publisher", "publisher", "article:publisher", "og:site_name", "application-name"):
        if values.get(key) and not values[key].startswith("http"):
            facts["publisher"] = _clean(values[key])
            break
    canonical = tree.css_first("link[rel=canonical]")
    for url in (values.get("og:url"), canonical.attributes.get("href") if canonical is not None else None):
        if url and url.startswith("http"):
            facts["url"] = url
            break
    return facts


def _head_facts(tree: Any, whole: Any, source: str) -> dict[str, Any]:
    """What the visible page says of itself: headline, <time>, 입력/작성일 lines, copyright and byline."""
    facts: dict[str, Any] = {}
    for selector in ("[itemprop=headline]", "h1", "h2.title", ".article-title", ".headline", "h2"):
        node = tree.css_first(selector)
        if node is not None and _clean(node.text()):
            facts["title"] = _clean(node.text())
            break
    board = _BOARD_TITLE.match(source[:400])
    if board and "title" not in facts:
        facts["title"] = _clean(board.group(1))
    if tree.css_first("title") is not None:
        facts["page_title"] = _clean(tree.css_first("title").text())
    for node in tree.css("time, [itemprop=datePublished], [data-date-time]"):
        stated = map(node.attributes.get, ("datetime", "content", "data-date-time"))
        published = _iso(next(filter(None, stated), None) or node.text())
        if published:
            facts["published"] = published
            break
    visible = whole.text(separator="\n") if whole is not None else ""
    if "published" not in facts:
        published = _printed_date(visible, source)
        if published:
            facts["published"] = published
    match = _COPYRIGHT.search(visible)
    if match and not match.group(1).lower().startswith(("all rights", "reserved")):
        facts["copyright"] = match.group(1).strip(" .")
    for selector in _BYLINES:
        names = [name for node in tree.css(selector)[:8] for name in _people(_clean(node.text()))]
        if names:
            facts["authors"] = list(dict.fromkeys(names))
            break
    return facts


def _printed_date(visible: str, source: str) -> str | None:
    for match in _DATED_LINE.finditer(visible):
        published = _iso(match.group(1))
        if published:
            return published
    short = _SHORT_DATE.search(visible)
    if short:
        month, day = int(short.group(1)), int(short.group(2))
        for path in _PATH_DATE.finditer(source):
            if int(path.group(2)) == month and int(path.group(3)) == day:
                return _valid(int(path.group(1)), month, day)
    return None


def _title(data: dict[str, Any], meta: dict[str, Any], head: dict[str, Any]) -> str | None:
    for title in (data.get("title"), meta.get("title"), head.get("title"), head.get("page_title")):
        if title:
            return _SITE_TAIL.sub("", title)
    return None


def _clean(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())


# ---------------------------------------------------------------- the body


def _body(tree: Any, data: dict[str, Any]) -> list[str]:
    for selector in _BODIES:
        for node in tree.css(selector):
            lines = _lines(node)
            if sum(map(len, lines)) >= 80 or (lines and selector[0] in "[#"):
                return lines
    if data.get("body"):
        return [line for line in map(_clean, data["body"].splitlines()) if line]
    best: list[str] = []
    weight = 0
    parents: dict[int, Any] = {}
    for paragraph in tree.css("p"):
        parent = paragraph.parent
        if parent is not None:
            parents.setdefault(parent.mem_id, parent)
    for parent in parents.values():
        lines = _lines(parent)
        total = sum(len(line) for line in lines if len(line) > 20)
        if total > weight:
            best, weight = lines, total
    if best:
        return best
    whole = tree.body if tree.body is not None else tree.root
    return _lines(whole) if whole is not None else []


def _lines(root: Any) -> list[str]:
    """The running text under a node, a line a block; a <br> breaks the line; furniture is left out."""
    lines: list[str] = []
    parts: list[str] = []

    def flush() -> None:
        line = _clean("".join(parts))
        parts.clear()
        if line:
            lines.append(line)

    stack: list[Any] = [(root, True)]
    while stack:
        node, opening = stack.pop()
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
        if tag in ("-comment", "!--", "_comment") or (node is not root and _is_furniture(node)):
            continue
        block = tag in _BLOCKS
        if block:
            flush()
            stack.append((node, False))
        children = []
        child = node.child
        while child is not None:
            children.append(child)
            child = child.next
        stack.extend((item, True) for item in reversed(children))
    flush()
    return lines


def _is_furniture(node: Any) -> bool:
    attributes = node.attributes
    label = " ".join(filter(None, map(attributes.get, ("class", "id", "data-component"))))
    if label and _FURNITURE.search(label) is not None:
        return True
    return (node.tag in ("ul", "ol") and _is_menu(node)) or (node.tag == "table" and _is_figures(node))


def _is_menu(node: Any) -> bool:
    """A list of nothing but links leads elsewhere."""
    links = sum(len(_clean(link.text())) for link in node.css("a"))
    return links > 0 and links * 5 >= len(_clean(node.text())) * 4


def _is_figures(table: Any) -> bool:
    """Rows of short cells are a table; one that holds running text only lays out the page, as old sites do."""
    if table.css_first("p, div, td table") is not None:
        return False
    cells = [len(_clean(cell.text())) for cell in table.css("td, th")]
    return len(cells) > 1 and max(cells) < 80


@cache
def _noise() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_EMAIL}|[\d\s./:-]+|목록|댓글.*|관련자료.*)$")


def _without_furniture(lines: list[str]) -> tuple[list[str], list[str], str | None]:
    """The lines without bylines, copyright and promotion; with the authors and the publisher that these name."""
    kept: list[str] = []
    authors: list[str] = []
    publisher = None
    for line in lines:
        if len(line) < 80:
            match = _KO_BYLINE.match(line)
            if match:
                authors += _people(match.group(1))
                continue
            english = _EN_BYLINE.match(line)
            if english:
                authors += _people(english.group(1))
                continue
        if len(line) < 120 and (_PROMOTION.search(line) or _noise().match(line)):
            match = _COPYRIGHT.search(line)
            if match:
                publisher = publisher or match.group(1).strip(" .")
            continue
        kept.append(line)
    return kept, list(dict.fromkeys(authors)), publisher
