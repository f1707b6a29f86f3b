"""A small stand-in for claims.extract, so that the tests of the golden tools do not depend on the rules; cases for it."""

import argparse
import re

from claims import golden

UNITS = {"조원": ("money", "KRW", "000000000000"), "%": ("percent", "%", ""), "명": ("count", "명", "")}
NUMBER = re.compile(r"(약 )?(\d+)(조원|%|명)")


def extract(source, *, lang=None, date=None, lexicon=None, currency=None, rates=None):
    text = source.decode() if isinstance(source, bytes) else source
    claims = []
    for match in NUMBER.finditer(text):
        kind, unit, zeros = UNITS[match.group(3)]
        start, end = match.start(2), match.end()
        quantity = {
            "kind": kind,
            "value": match.group(2) + zeros,
            "low": None,
            "high": None,
            "relation": "eq",
            "approximate": match.group(1) is not None,
            "unit": unit,
            "per": None,
            "numerator": None,
            "denominator": None,
            "canonical": None,
        }
        claims.append(
            {
                "id": f"c{start}-{end}",
                "text": text[start:end],
                "start": start,
                "end": end,
                "sentence": {"start": 0, "end": len(text)},
                "quantity": quantity,
                "modifiers": ["약"] if match.group(1) else [],
                "subject": None,
                "measure": None,
                "period": None,
                "factuality": "asserted",
                "attribution": None,
                "links": [],
                "converted": None,
                "rule": f"{kind}.fake",
            }
        )
    attributions = []
    said = re.search(r"(\S+)은 (.+?)고 밝혔다", text)
    if said:
        cue = said.end() - 3
        source_span = {"text": said.group(1), "start": said.start(1), "end": said.end(1), "canonical": said.group(1)}
        attributions.append(
            {
                "id": f"a{cue}-{cue + 3}",
                "source": {**source_span, "type": "organization", "others": False, "inherited": False},
                "cue": [{"start": cue, "end": cue + 3, "text": "밝혔다"}],
                "content": [{"start": said.start(2), "end": said.end(2)}],
                "class": "asserted",
                "direct": False,
                "parent": None,
                "target": None,
                "rule": "attribution.fake",
            }
        )
    return {
        "schema": "claims/1",
        "document": {
            "id": None,
            "title": None,
            "publisher": None,
            "authors": [],
            "published": date,
            "url": None,
            "language": lang or "ko",
            "sha256": "0",
            "text": text,
        },
        "claims": claims,
        "attributions": attributions,
        "entities": [],
        "warnings": [],
    }


def command(*arguments, extract=extract):
    """Run ``claims golden …`` and return its exit code; a raised ClaimsError is what the CLI turns into 2."""
    parser = argparse.ArgumentParser()
    golden.add_arguments(parser)
    return golden.main(parser.parse_args([str(argument) for argument in arguments]), extract)


TEXT = "한빛전자은 약 145조원을 들여 30명을 뽑는다고 밝혔다."
PLAIN = """{
  "why": "약은 어림이다",
  "lang": "ko",
  "date": "2026-02-01",
  "text": "한빛전자은 약 145조원을 들여 30명을 뽑는다고 밝혔다.",
  "expect": ["약 145조원 = ~145000000000000 KRW", "30 명"]
}
"""
LISTED = """{ "why": "여러 꼴", "lang": "ko", "carrier": "그 값은 {}이다.",
  "surfaces": { "~145000000000000 KRW": ["약 145조원"], "5 %": [
     "5%"] },
  "negative": ["만일의 사태"] }
"""


def edit(path, old, new, count=1):
    """Replace a text that must stand in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")
