"""The words left of an English number, and which of them are verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.kept import Kept
from claims.numerals import EN_WORDS
from claims.subjects_en_words import (
    AROUND,
    ARTICLES,
    AUX,
    CLOSED,
    COORDINATE,
    MOVED,
    NAMED,
    OWN,
    PAUSES,
    PLAIN,
    PREPOSITIONS,
    TIMES,
    TRIM,
    Verb,
    Words,
    trimmed,
)

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Alias

__all__ = ["Clause", "Token", "tokens_of"]

_OF_NOUNS: Final = frozenset(("of", "worth", "than"))
_SIGNS: Final = ("$", "€", "£", "¥", "₹")
_APART: Final = frozenset(("", "$", "€", "£", "¥", "-", "–", "—"))
_WORD_ASIDE: Final = 2  # words up to the comma of an aside of one word
_ASIDE: Final = 4  # words up to the comma of the shortest aside
_UNITS: Final = frozenset(("percent", "cent", "million", "billion", "hundred", "thousand"))
_SUPERLATIVES: Final[tuple[str, ...]] = ("iest", "ghest", "gest", "atest")
_ADJECTIVES: Final[tuple[str, ...]] = ("al", "ive", "ous", "ic")
_OWNS: Final[tuple[str, ...]] = ("’s", "'s")
_OWNERS: Final[tuple[str, ...]] = ("s’", "s'")
_ENDED: Final = frozenset(";”")
_REGULAR: Final = len("used")


class Token:
    """A printed word and what can be told of it alone: bare, in lower case, the row of its verb, the classes it is of."""

    __slots__ = (
        "adjective", "apart", "article", "aux", "bare", "best", "comma", "counts", "digit", "ended", "folded", "gerund",
        "joins", "lower", "measured", "named", "own", "owners", "owns", "past", "pause", "preposition", "row", "time",
        "upper", "verbal",
    )  # fmt: skip

    def __init__(self, printed: str, words: Words | None) -> None:
        bare = printed if printed.isalnum() else printed.strip(TRIM)
        folded = bare.lower()
        if folded == bare:
            folded = bare
        row = None if words is None else words.verbs.get(bare)
        self.bare, self.folded, self.row = bare, folded, row
        self.lower = bare.islower()
        self.upper = bare[:1].isupper()
        self.comma = printed[-1:] == ","
        self.pause = printed[-1:] in PAUSES
        #: Whether a clause ends with it, or inside it: the toll of disease—which includes pain—dropped.
        self.ended = printed[-1:] in _ENDED or ("—" in folded and folded[0].isalpha() and folded[-1].isalpha())
        self.past = bare.endswith("ed")
        #: Whether it may be a finite verb.
        self.verbal = self.past if row is None else not row.no
        self.gerund = folded.endswith("ing")
        #: Whether a measure may end in it.
        self.measured = words is not None and (folded in words.last_words or bare in words.outlooks)
        self.named = folded in NAMED
        self.own = folded in OWN
        self.article = folded in ARTICLES
        self.joins = folded in COORDINATE
        self.time = folded in TIMES
        self.preposition = folded in PREPOSITIONS
        self.aux = folded in AUX
        self.digit = bare[:1].isdigit()
        #: Whether no name goes over it: $5, –, 18–24.
        self.apart = bare[:1] in _APART
        #: Whether it is a number that a count begins with: 12, twelve.
        self.counts = printed == bare and (self.digit or folded in EN_WORDS)
        self.owns = not bare.isalnum() and bare.endswith(_OWNS)
        self.owners = not bare.isalnum() and bare.endswith(_OWNERS)
        self.best = folded.endswith(_SUPERLATIVES)
        self.adjective = folded.endswith(_ADJECTIVES)


def tokens_of(lexicon: Lexicon) -> Kept[Token]:
    """The tokens of all words that have been read with a lexicon."""
    words = lexicon.built(Words)
    return Kept(lambda printed: Token(printed, words))


#: What stands before the first word.
_NOTHING: Final = Token("", None)


class Clause:
    """The words of a sentence left of a number, as printed, bare, and bare in lower case."""

    __slots__ = ("bare", "begins", "earlier", "folded", "known", "only", "printed", "text", "tokens", "words")

    def __init__(
        self, text: str, begins: list[int], printed: list[str], tokens: list[Token], words: Words, known: dict[str, Alias],
        only: dict[str, str | None],
    ) -> None:  # fmt: skip
        self.text, self.words, self.known, self.only = text, words, known, only
        self.begins, self.printed, self.tokens = begins, printed, tokens
        self.bare = [token.bare for token in tokens]
        self.folded = [token.folded for token in tokens]
        self.earlier = -1  # where the sentence before begins, if these words open theirs

    def part(self, first: int, last: int) -> Clause:
        """Some of these words."""
        return Clause(
            self.text, self.begins[first:last], self.printed[first:last], self.tokens[first:last], self.words, self.known,
            self.only,
        )  # fmt: skip

    def put(self, at: int, begin: int, printed: str, token: Token) -> None:
        """Set a word anew, of which a part is none of the clause."""
        self.begins[at], self.printed[at], self.tokens[at] = begin, printed, token
        self.bare[at], self.folded[at] = token.bare, token.folded

    def verb(self, index: int) -> Verb | None:
        """The row of a finite verb at ``index``, PLAIN for a regular past form; None if it is no verb there."""
        token = self.tokens[index]
        if not token.verbal:
            return None
        row, before = token.row, self.tokens[index - 1] if index else _NOTHING
        if token.past:
            if before.counts and self._is_counted(index):
                return None  # Twelve confirmed cases
            if row is None:
                return self._plain(index, before)
        if row is None or (row.weak and self._is_noun(index, row, before)):
            return None
        if token.past and (
            before.article
            or (
                index > 1 and (before.folded[-2:] == "ly" or before.folded == "most") and self.tokens[index - 2].article
            )
        ):
            return None  # its (recently) proposed bid
        return row

    def _is_counted(self, index: int) -> bool:
        """Twelve confirmed cases; not: The FTSE 100 closed down."""
        after = self.folded[index + 1] if index + 1 < len(self.folded) else "the"
        return (
            after not in NAMED
            and after not in PREPOSITIONS
            and after not in AUX
            and after.islower()
            and after not in MOVED
        )

    def _plain(self, index: int, before: Token) -> Verb | None:
        """A past form that no row tells of, as PLAIN; None where it is a participle."""
        token = self.tokens[index]
        if len(token.bare) <= _REGULAR or not token.lower:
            return None
        low = before.folded
        if low == "and":
            return PLAIN if index > 1 else None
        if (
            not index
            or before.named
            or before.preposition
            or before.owns
            or before.bare.endswith("ly")
            or low == "more"
        ):
            return None
        other = before.row
        return None if other is not None and not other.weak and not before.aux else PLAIN

    def _is_noun(self, index: int, row: Verb, before: Token) -> bool:
        """Whether a word that is a noun as often as a verb is one at ``index``, by its row and the words beside it."""
        bare, tokens = self.bare, self.tokens
        word, after = bare[index], bare[index + 1] if index + 1 < len(bare) else ""
        if after in _OF_NOUNS:
            return True  # a record rise of 9%, rents of, tax rises worth
        second = tokens[index - 2] if index > 1 else _NOTHING
        if after != "to" and (
            not index or before.named or before.preposition or before.owns or before.owners or before.folded in _UNITS
            or (second.owns and before.lower)
            or (before.digit and not second.upper)
            or (self.printed[index - 1][-1:] in (",", ";") and not before.joins and not self._closes(index, after))
        ):  # fmt: skip
            return True
        if before.best or (second.best and before.adjective):
            return True  # Heaviest falls are likely, the largest regional rise
        if row.judge and word[-2:] != "ed" and after and tokens[index + 1].preposition:
            return True  # cut its delivery forecast to
        if index > 1 and word[-1] == "s" and word[-2:] != "ss" and before.lower:
            other = second.row
            if other is not None and not other.weak and not other.say and other is not row:
                return True  # raised output targets
        return False

    def _closes(self, index: int, after: str) -> bool:
        """The bridge, which is 2 km long, | cost $780 million: whether a clause about the subject ends before a verb."""
        folded, printed = self.folded, self.printed
        if index > _WORD_ASIDE and self.bare[index - 1].isdigit() and printed[index - 2][-1:] == ",":
            return True  # Vera Stahl, 52, won a third term
        if not (after == "" or after[:1].isdigit() or after[:1] in _SIGNS) or index < _WORD_ASIDE:
            return False
        if folded[index - 1] in self.words.adverbs and printed[index - 2][-1:] == ",":
            return True  # The bank, meanwhile, cut 30 jobs
        if index < _ASIDE:
            return False
        for at in range(index - 2, 0, -1):
            if folded[at] in ("which", "who") or printed[at][-1:] == ",":
                return folded[at] in ("which", "who") and printed[at - 1][-1:] == ","
        return False

    def suffix(self, begin: int, stop: int) -> int:
        """How many of the words up to ``stop`` are a measure noun (net profit: 2); 0 for none, or one that begins before."""
        if stop <= begin or not self.tokens[stop - 1].measured:
            return 0
        return self.words.suffix(self.bare[max(begin, stop - 3) : stop])

    def noun(self, begin: int, start: int, stop: int) -> str:
        """The measure between two places with the words that tell it apart: copper output, average temperature."""
        bare, plain = self.bare, self.words.plain
        first = start
        lowest = (
            max(begin, start - 2) if begin >= 0 else max(1, start - 1)
        )  # begin -1: it is not known where the phrase begins
        while first > lowest:
            word = bare[first - 1]
            lower = word.lower()
            if (
                not (word.islower() or (first == 1 and word.istitle() and not self.known.get(word)))
                or self.printed[first - 1][-1:] in ",;:"
                or self.printed[first][:1] == "("
                or lower in plain
                or lower in NAMED
                or lower in CLOSED
                or lower in self.words.verbs
                or lower in TIMES
                or lower.endswith("ly")
                or (lower.endswith("ing") and lower in self.words.cues)  # data showing sales
                or (
                    lower.endswith("ing")
                    and (first < 2 or self.printed[first - 2][-1:] == "," or self.folded[first - 2] in COORDINATE)
                    and first != 1
                )
                or not lower.replace("-", "").isalpha()
            ):
                break
            first -= 1
        if first > max(begin, 0) and first < start:
            before = bare[first - 1]
            if (
                before.lower() not in NAMED
                and before.lower() not in plain
                and before not in COORDINATE
                and (before not in self.words.verbs or before in AUX)
                and not before.endswith(("’s", "'s", "s’", "s'"))
            ):
                return self.slice(start, stop)  # holds rates at, puts turnout at
        return self.slice(first, stop)

    def slice(self, start: int, stop: int) -> str:
        """The text from one word up to another, without the marks around it."""
        text, begin, end = self.text, self.begins[start], self.begins[stop - 1] + len(self.printed[stop - 1])
        if begin < end and text[begin].isalnum() and text[end - 1].isalnum():
            return text[begin:end]
        return trimmed(text[begin:end].lstrip(AROUND))
