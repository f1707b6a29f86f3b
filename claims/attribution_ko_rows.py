"""What the tables of Korean cues say of one verb or noun, looked up once for all its forms."""

from __future__ import annotations

from typing import Any

__all__ = ["Row"]


class Row:
    """A line of a table: the class of its reports, the words that stand ``after`` them, and its flags (sections.py)."""

    __slots__ = (
        "adds",
        "admits",
        "after",
        "answers",
        "clause",
        "cls",
        "demands",
        "fact",
        "given",
        "holds",
        "judges",
        "law",
        "leads",
        "media",
        "object",
        "onto",
        "own",
        "paper",
        "point",
        "public",
        "to",
        "weak",
    )

    def __init__(self, line: dict[str, Any]) -> None:
        self.cls: str = line.get("class", "")
        self.after = frozenset(line.get("after", ()))
        self.adds = bool(line.get("adds"))
        self.answers = bool(line.get("answers"))
        self.admits = bool(line.get("admits"))
        self.clause = bool(line.get("clause"))
        self.demands = bool(line.get("demands"))
        self.fact = bool(line.get("fact"))
        self.given = bool(line.get("given"))
        self.holds = bool(line.get("holds"))
        self.judges = bool(line.get("judges"))
        self.law = bool(line.get("law"))
        self.leads = bool(line.get("leads"))
        self.media = bool(line.get("media"))
        self.object = bool(line.get("object"))
        self.onto = bool(line.get("onto"))
        self.own = bool(line.get("own"))
        self.paper = bool(line.get("paper"))
        self.point = bool(line.get("point"))
        self.public = bool(line.get("public"))
        self.to = bool(line.get("to"))
        self.weak = bool(line.get("weak"))
