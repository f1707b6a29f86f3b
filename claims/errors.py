"""What goes wrong by a user's hand: one family, each message with the place and the remedy."""

from __future__ import annotations

__all__ = ["ClaimsError", "GoldenError", "InputError", "LexiconError", "RatesError"]


class ClaimsError(Exception):
    """Base of every error that ``claims`` raises on bad input; the CLI prints it on one line and exits with 2."""


class InputError(ClaimsError):
    """A document, date or option that cannot be read."""


class LexiconError(ClaimsError):
    """A lexicon file that is broken: names the file, the key, what was found and what is allowed."""


class GoldenError(ClaimsError):
    """A golden case that cannot be read or contradicts itself: names the file and the key."""


class RatesError(ClaimsError):
    """A rate table that cannot be read: names the file and the line."""
