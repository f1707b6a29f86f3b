"""Which lines of an HTML page are the running text of its article.

The article is looked for where sites keep it; inside a wide element, and on pages that say nothing, it is the block
with most running text (each line counts for the block that holds it, by half for the next one out, as in Mozilla's
Readability). Links, and headings with nothing below them but links, lead elsewhere and are left out.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any, NamedTuple

from claims.html_metadata import clean

__all__ = ["DROPPED", "body_lines"]

#: Where sites keep nothing but the article, the surest first.
_BODIES = (
    "[itemprop=articleBody]", "[data-translation-body=true]", "[data-tiara-layer=article_body]", "[data-articlebody]",
    "#dic_area", "#articleBodyContents", "#article-view-content-div", "#newsct_article", "#articeBody", "#articleBody",
    "#article_body", "#articletxt", "#cont_newstext", "#news_body_area", "#textBody",
)  # fmt: skip
#: Where they keep it, often with other things beside it.
_WIDE = (
    ".article_view", ".article-body", ".article_body", ".articleBody", ".article-content", ".article__body",
    ".article__content", ".story-body", ".story-content", ".news_view", ".news-body", ".entry-content", ".post-content",
    ".caas-body", "article", "[role=article]", "main",
)  # fmt: skip
DROPPED = (
    "script, style, noscript, template, iframe, svg, figure, figcaption, "
    "picture, video, audio, nav, aside, footer, form, "
    "button, select, textarea, table caption, header nav, article header, amp-ad, amp-img, amp-social-share, amp-sidebar"
)
#: Words in what an element calls itself that tell of no text of the article.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:related|relation|recommend\w*|comments?|reply|copyright|share|sharing|social|sns|ads?|advert\w*|banner|"
    r"caption|photo|photojournal|img_desc|image_area|byline|reporter|journalist|author|tags?|keywords?|topics?|menu|footer|"
    r"promo\w*|pagepromo|subscri\w*|newsletter|breadcrumbs?|popular|ranking|most-(?:read|viewed)|read-?more|more-on|toolbar|"
    r"utils?|links?-block|summary_view|summury|standfirst|sub-?head(?:line)?|dek|key-?points|datestamp|timestamp|"
    r"date-?(?:list|time)|correction-note)(?=$|[\s_-])",
    re.IGNORECASE,
)
#: Where elements name themselves.
_NAMED = ("class", "id", "data-component", "data-testid", "data-gu-name")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | {
    "p", "div", "section", "article", "main", "li", "ul", "ol", "blockquote", "tr", "table", "dd", "dt", "dl", "pre",
    "td", "th", "center", "hr", "body", "header",
}  # fmt: skip
_LISTS = frozenset(("ul", "ol", "table"))
#: No page nests articles or lists so deep; one that does is not read again at each level.
_DEPTH = 16
#: What the block around a line, the block around that and the next are credited with.
_SHARES = (1.0, 0.5, 0.25)


class _Line(NamedTuple):
    """A line of text: how many of its characters are links, whether it is a heading, and the blocks around it, inmost first."""

    text: str
    linked: int
    heading: bool
    around: tuple[int, ...]


class _Lines:
    """The lines under a node, and which of them stand in which block."""

    def __init__(self, root: Any) -> None:
        self.lines: list[_Line] = []
        self.spans: dict[int, tuple[int, int]] = {}
        self.nodes: dict[int, Any] = {}
        self._read(root)
        self._totals = list(accumulate((len(line.text) * _is_running(line) for line in self.lines), initial=0))

    def running(self, first: int, last: int) -> int:
        """How many characters of running text stand from one line to another."""
        return self._totals[last] - self._totals[first]

    def texts(self, span: tuple[int, int] | None = None) -> list[str]:
        """What is no link, no heading over nothing but links, and none above all text (the headline, the line below it)."""
        kept: list[str] = []
        lines = self.lines if span is None else self.lines[slice(*span)]
        begin = next((place for place, line in enumerate(lines) if not line.heading), 0)
        leads = True  # what stands below leads elsewhere, or nothing does
        for line in reversed(lines[begin:]):
            if _is_link(line):
                leads = True
            elif not (leads and line.heading):
                kept.append(line.text)
                leads = False
        kept.reverse()
        return kept

    def _read(self, root: Any) -> None:
        parts: list[str] = []
        path: list[int] = []
        linked = anchors = 0
        heading = False

        def flush() -> None:
            nonlocal linked
            text = clean("".join(parts))
            parts.clear()
            if text:
                self.lines.append(_Line(text, linked, heading, tuple(reversed(path[-4:]))))
            linked = 0

        stack: list[tuple[Any, bool, int]] = [(root, True, 0)]
        while stack:
            node, opening, depth = stack.pop()
            tag = node.tag
            if not opening:
                if tag == "a":
                    anchors -= 1
                    continue
                flush()
                place = path.pop()
                self.spans[place] = (self.spans[place][0], len(self.lines))
                heading = False
                continue
            if tag == "-text":
                text = node.text(deep=False) or ""
                parts.append(text)
                if anchors:
                    linked += len(clean(text))
                continue
            if tag == "br":
                parts.append("\n")
                if len(parts) > 1 and "".join(parts[-3:]).count("\n") > 1:
                    flush()
                continue
            if tag in ("-comment", "!--", "_comment") or (node is not root and _is_furniture(node, depth)):
                continue
            depth += tag in _LISTS
            if tag in _BLOCKS or node is root:
                flush()
                heading = tag in _HEADINGS
                place = node.mem_id
                path.append(place)
                self.nodes[place] = node
                self.spans[place] = (len(self.lines), 0)
                stack.append((node, False, depth))
            elif tag == "a":
                anchors += 1
                stack.append((node, False, depth))
            children = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend((item, True, depth) for item in reversed(children))


def body_lines(tree: Any, stated: str | None) -> list[str]:
    """The lines of the article; ``stated`` is what the page's JSON-LD gives as its text, where the page shows none."""
    for selector in _BODIES + _WIDE:
        for node in tree.css(selector)[:_DEPTH]:
            lines = _Lines(node)
            kept = lines.texts(_inside(lines) if selector in _WIDE else None)
            if sum(map(len, kept)) >= 80 or (kept and selector[0] in "[#"):
                return kept
    if stated:
        return [line for line in map(clean, stated.splitlines()) if line]
    whole = tree.body if tree.body is not None else tree.root
    if whole is None:
        return []
    lines = _Lines(whole)
    span = _densest(lines)
    return lines.texts(span) or [line.text for line in lines.lines]


def _inside(lines: _Lines) -> tuple[int, int] | None:
    """The block that holds nearly all the running text of a wide element; None where it is spread."""
    span = _densest(lines)
    if span is None or lines.running(*span) * 10 < lines.running(0, len(lines.lines)) * 8:
        return None
    return span


def _densest(lines: _Lines) -> tuple[int, int] | None:
    """From which line to which the block with most running text reaches."""
    direct: dict[int, int] = {}
    for line in lines.lines:
        direct[line.around[0]] = direct.get(line.around[0], 0) + 1
    weights: dict[int, float] = {}
    for line in lines.lines:
        if _is_running(line):
            broken = direct[line.around[0]] > 1  # lines that <br> parts: their block is the article, not one paragraph
            around = line.around[:3] if broken or len(line.around) == 1 else line.around[1:]
            for place, share in zip(around, _SHARES, strict=False):
                weights[place] = weights.get(place, 0.0) + len(line.text) * share
    if not weights:
        return None
    best = max(weights, key=lambda place: weights[place])
    return lines.spans[_widened(lines, best)]


def _widened(lines: _Lines, place: int) -> int:
    """An article in several blocks of one class: what holds them all."""
    node = lines.nodes[place]
    for _ in range(6):
        around = node.parent
        if around is None or around.mem_id not in lines.spans:
            break
        label = _label(node)
        if label and any(_runs_on(lines, node, label, forward) for forward in (False, True)):
            place = around.mem_id
        node = around
    return place


def _runs_on(lines: _Lines, node: Any, label: str, forward: bool) -> bool:
    """Whether a block of the same class with running text stands near, before or behind."""
    for _ in range(_DEPTH):
        node = node.next if forward else node.prev
        if node is None:
            return False
        span = lines.spans.get(node.mem_id)
        if span is not None and _label(node) == label and lines.running(*span):
            return True
    return False


def _is_running(line: _Line) -> bool:
    return len(line.text) > 20 and not line.heading and not _is_link(line)


def _is_link(line: _Line) -> bool:
    """A line of nothing but links, or nearly."""
    return line.linked * 10 >= len(line.text) * 8


def _is_furniture(node: Any, depth: int) -> bool:
    """Whether a node that stands in so many lists and tables is no text of the article."""
    label = _label(node)
    if label and (_FURNITURE.search(label) is not None or label == "Summary"):
        return True
    if node.tag not in _LISTS or depth >= _DEPTH:
        return False
    return _is_figures(node) if node.tag == "table" else _is_menu(node)


def _label(node: Any) -> str:
    """What an element calls itself."""
    return " ".join(filter(None, map(node.attributes.get, _NAMED)))


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
