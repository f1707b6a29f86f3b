"""What an HTML page says of itself: title, publisher, authors and date of publication.

It says so in JSON-LD, in ``<meta>`` and in the visible head; :func:`claims.html.read_html` takes the first that does.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

__all__ = [
    "COPYRIGHT", "EMAIL", "EN_BYLINE", "KO_BYLINE", "clean", "headline", "linked_data", "meta_tags", "people", "stamped",
    "visible_head", "writers",
]  # fmt: skip

#: Where pages print who wrote it.
_BYLINES = (
    "[itemprop=author]", "[rel=author]", ".media_end_head_journalist_name", "[class*=byline]", "[class*=Byline]",
    "[class*=reporter]", "[class*=author]", "[class*=journalist]",
)  # fmt: skip
#: A person's name as bylines print it; what stands beside it there (a time, a count, an office) is none.
_NAME = re.compile(r"[가-힣]{2,4}|[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|da|van|von|der|bin|al|el)){1,3}")
_NO_NAME = frozenset(
    ("기자", "특파원", "구독", "댓글", "공유", "이메일", "페이스북", "더보기", "프로필", "입력", "수정", "승인")
)
EMAIL = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}"
COPYRIGHT = re.compile(
    r"(?:copyrights?\s*(?:ⓒ|©|\(c\))?|ⓒ|©|저작권자\s*(?:ⓒ|©|\(c\))?)"
    r"\s*(?:\d{4}\s*)?[’'\"‘“]?\s*(?:\(주\)|㈜|주식회사 )?\s*([가-힣A-Za-z0-9&. "
    r"]{2,30}?)\s*"
    r"(?:\(|[.,]|’|'|”|\"|&|무단|All rights|all rights|ALL RIGHTS|$)",
    re.IGNORECASE,
)
KO_BYLINE = re.compile(
    rf"^[\s\[(=/|▶■◆·]*(?:[가-힣A-Za-z0-9]{{2,12}}[=/| ]\s*)?((?:[가-힣]{{2,4}})(?:\s*[·,]\s*[가-힣]{{2,4}}){{0,4}})\s*"
    rf"(?:선임|수석|전문|인턴|객원)?\s*(?:기자|특파원|논설위원|에디터|PD|통신원)\s*(?:[=(/|]?\s*{EMAIL}\)?)?[\s\])]*$"
)
EN_BYLINE = re.compile(
    r"^(?:[Bb]y|BY|Reporting by|Written by)[: ]\s*([A-Z][\w.'’-]+(?: "
    r"[A-Z][\w.'’-]+){1,3}(?:(?:,| and) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)"
    r"{1,3}){0,4})\.?$"
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
_SITE_TAIL = re.compile(r"(?:\s+(?:[|<]|::?|[-–—])\s+|\s*｜\s*)([^|<>｜]{2,30}?)(?:\s*::)?$")
#: A line that only says when: 입력 2025.11.21 (09:30), Updated 7:02 AM UTC, November 19, 2025.
_STAMP_WORDS = re.compile(
    r"(?:기사\s?|최초\s?|최종\s?)?(?:입력|수정|등록|승인|작성|송고|업데이트|발행|게재|노출)(?:일시|시간|일|시)?|오전|오후|[AaPp]\.?[Mm]\.?\b|"
    r"Published|Posted|Updated|Last updated|at|on|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|[월화수목금토일]요일|"
    r"(?:UTC|GMT|BST|KST|EST|EDT|ET|PST|PT|IST|SGT|AEST|AEDT)\b|\d{1,2}시\s?\d{1,2}분(?:\s?\d{1,2}초)?|[\s\d:./()|·,+-]",
    re.IGNORECASE,
)


def linked_data(tree: Any) -> dict[str, Any]:
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


#: Lists in lists, names of names: what stands deeper in JSON-LD is not looked at.
_DEPTH = 8


def _items(loaded: Any, depth: int = _DEPTH) -> list[dict[str, Any]]:
    if isinstance(loaded, list) and depth:
        return [found for item in loaded[:50] for found in _items(item, depth - 1)]
    if isinstance(loaded, dict):
        graph = loaded.get("@graph")
        return [loaded, *(_items(graph, depth) if isinstance(graph, list) else [])]
    return []


def _article_facts(item: dict[str, Any], facts: dict[str, Any]) -> None:
    if isinstance(item.get("headline"), str):
        facts["title"] = clean(item["headline"])
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


def _names(value: Any, depth: int = _DEPTH) -> list[str]:
    if isinstance(value, str):
        return people(value)
    if isinstance(value, dict) and depth:
        return _names(value.get("name"), depth - 1)
    if isinstance(value, list) and depth:
        return list(dict.fromkeys(name for item in value[:8] for name in _names(item, depth - 1)))
    return []


def people(text: str) -> list[str]:
    names = []
    for part in re.split(r"[,;·/]| and ", re.sub(EMAIL, " ", text)[:200]):
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


def meta_tags(tree: Any) -> dict[str, Any]:
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
            facts["title"] = clean(values[key])
            break
    for key in ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date.issued",
                "dc.date", "pubdate", "parsely-pub-date", "article.published", "publish-date", "og:regdate"):  # fmt: skip
        published = _iso(values.get(key))
        if published:
            facts["published"] = published
            break
    facts["authors"] = [
        people(values[key])
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
            facts["publisher"] = clean(values[key])
            break
    canonical = tree.css_first("link[rel=canonical]")
    for url in (values.get("og:url"), canonical.attributes.get("href") if canonical is not None else None):
        if url and url.startswith("http"):
            facts["url"] = url
            break
    return facts


def visible_head(tree: Any, whole: Any, source: str) -> dict[str, Any]:
    """What the visible page says of itself: headline, <time>, 입력/작성일 lines, copyright and byline."""
    facts: dict[str, Any] = {}
    page_title = tree.css_first("title")
    if page_title is not None:
        facts["page_title"] = clean(page_title.text())
    for selector in ("[itemprop=headline]", "h1", "h2.title", ".article-title", ".headline", "h2"):
        node = tree.css_first(selector)
        if node is not None and clean(node.text()):
            facts["title"] = clean(node.text())
            break
    if page_title is not None and facts.get("title", "\n") not in facts["page_title"]:
        for node in tree.css("h2, h3, h4")[:12]:  # <title> holds the headline, whichever rank it is shown in
            shown = clean(node.text())
            if len(shown) > 5 and shown in facts["page_title"]:
                facts["title"] = shown
                break
    board = _BOARD_TITLE.match(source[:400])
    if board and "title" not in facts:
        facts["title"] = clean(board.group(1))
    for node in tree.css("time, [itemprop=datePublished], [data-date-time]")[:50]:
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
    match = COPYRIGHT.search(visible)
    if match and not match.group(1).lower().startswith(("all rights", "reserved")):
        facts["copyright"] = match.group(1).strip(" .")
    for selector in _BYLINES:
        printed = [line for node in tree.css(selector)[:8] for line in node.text(separator="\n").splitlines()]
        names = [name for line in printed for name in people(clean(line)) if _is_name(name)]
        if names:
            facts["authors"] = list(dict.fromkeys(names))
            break
    else:
        for line in map(clean, visible.splitlines()):
            match = (KO_BYLINE.match(line) or EN_BYLINE.match(line)) if 4 < len(line) < 80 else None
            if match is not None:
                facts["authors"] = people(match.group(1))
                break
    return facts


def _is_name(printed: str) -> bool:
    return _NAME.fullmatch(printed) is not None and printed not in _NO_NAME


def stamped(line: str) -> bool:
    """Whether a line says when the page was written, and nothing else.

    >>> stamped("입력 2025.11.21 (09:30) 수정 2025.11.21 오전 9:40"), stamped("2025년 11월 21일에 3만명이 왔다")
    (True, False)
    """
    return len(line) < 100 and _DATE.search(line) is not None and not _STAMP_WORDS.sub("", _DATE.sub("", line))


def _printed_date(visible: str, source: str) -> str | None:
    for match in _DATED_LINE.finditer(visible):
        published = _iso(match.group(1))
        if published:
            return published
    for line in map(clean, visible.splitlines()):
        if stamped(line):
            return _iso(line)
    short = _SHORT_DATE.search(visible)
    if short:
        month, day = int(short.group(1)), int(short.group(2))
        for path in _PATH_DATE.finditer(source):
            if int(path.group(2)) == month and int(path.group(3)) == day:
                return _valid(int(path.group(1)), month, day)
    return None


def headline(data: dict[str, Any], meta: dict[str, Any], head: dict[str, Any]) -> str | None:
    """The headline as the page states it first, without the name of the site that often follows it."""
    site = [name.casefold() for name in (meta.get("publisher"), data.get("publisher"), head.get("copyright")) if name]
    for title in (data.get("title"), meta.get("title")):
        if title:
            return _without_site(title, site)
    page_title: str | None = head.get("page_title")
    shown: str | None = head.get("title")
    if shown and (page_title is None or shown in page_title):
        return shown
    title = shown or page_title
    while title and (match := _SITE_TAIL.search(title)) is not None:
        title = title[: match.start()]
    return title


def _without_site(title: str, site: list[str]) -> str:
    match = _SITE_TAIL.search(title)
    if match is None:
        return title
    tail = match.group(1).casefold()
    if site and not any(tail in name or name in tail for name in site):
        return title  # Inflation eases – as it happened
    return title[: match.start()]


def writers(publisher: str | None, *named: list[str] | None) -> list[str]:
    """The first list that names persons: sites also give the outlet itself, or the outlet and the portal, as the author."""
    outlet = (publisher or "").casefold()
    for names in named:
        people = [
            name for name in names or [] if name.casefold() != outlet and "|" not in name and "네이버" not in name
        ]
        if people:
            return people
    return []


def clean(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())
