"""Shares of one whole in turn: 응답자의 54.8%는 찬성했고, 38.1%는 반대했다; 기업의 54%가 …. 나머지 46%는."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.records import Mention

__all__ = ["in_turn"]

#: What follows a share that does something.
_DOING: Final = ("는 ", "가 ", "은 ", "이 ")
#: What stands before the next share where no owner of its own does.
_OPENING: Final[tuple[str, ...]] = (", ", "고 ", "며 ", "지만 ", "는데 ", "으나 ", "반면 ", "나머지 ", "다만 ")
_WHOLE: Final = ("의 ", "중 ")
_FAR: Final = 160  # characters from one share to the next


def in_turn(text: str, mentions: Sequence[Mention]) -> None:
    """Give a share without an owner the whole of the share before it, where both do something."""
    whole: Mention | None = None
    for mention in mentions:
        if mention.kind != "percent" or text[mention.end : mention.end + 2] not in _DOING:
            continue
        if mention.subject is not None:
            of = text[mention.left - 2 : mention.left] in _WHOLE
            beside = not of and text.endswith(mention.subject, 0, mention.left - 1)
            whole = mention if (of or beside) and mention.measure is None else None
            continue
        if whole is None or mention.measure is not None or mention.sentence - whole.sentence > 1:
            continue
        if mention.left - whole.end > _FAR:
            whole = None
            continue
        before = text[max(0, mention.left - 4) : mention.left]
        opens = before.endswith(_OPENING) or (mention.sentence != whole.sentence and before[-2:-1] in ".”\n")
        if opens:
            mention.subject = whole.subject
            whole = mention
